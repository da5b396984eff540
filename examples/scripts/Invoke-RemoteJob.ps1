<#
.SYNOPSIS
    Starts a machine, runs a script on it, copies the results, and always stops the machine.

.DESCRIPTION
    Set the environment variable PAPERSPACE_API_KEY to the API key. The output of the script goes to the log of the pipeline. The exit code
    is that of the script, or 1 if the machine could not be started, reached or stopped, or the results could not be copied. The machine is
    stopped when the job ends, fails, or the pipeline is canceled.

.PARAMETER Machine
    The name or id of the machine.

.PARAMETER FilePath
    The script file to run on the machine.

.PARAMETER ArgumentList
    The arguments of the script.

.PARAMETER Result
    The files to copy from the machine afterward, with wildcards. Relative paths start in the home folder.

.PARAMETER Destination
    The folder for the results. It is created if it does not exist. The default is results.

.PARAMETER Timeout
    The longest time that the script may run, such as 8h, which is the default.

.PARAMETER UserName
    The user to log in as.

.PARAMETER IdentityFile
    The file with the private SSH key.

.PARAMETER SshOption
    Options for ssh, such as ProxyJump=bastion.

.PARAMETER HostName
    The address to connect to instead of the machine's public address.

.PARAMETER Port
    The SSH port.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Machine,

    [Parameter(Mandatory)]
    [string] $FilePath,

    [string[]] $ArgumentList = @(),

    [string[]] $Result = @(),

    [string] $Destination = 'results',

    [string] $Timeout = '8h',

    [string] $UserName,

    [string] $IdentityFile,

    [string[]] $SshOption,

    [string] $HostName,

    [int] $Port
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. ([IO.Path]::Combine($PSScriptRoot, 'PipelineLog.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, 'SshConnection.ps1'))

$connection = Select-SshParameter $PSBoundParameters

$exitCode = 1
try {
    try {
        Invoke-PsMachineCommand $Machine -FilePath $FilePath -ArgumentList $ArgumentList -Start -Timeout $Timeout @connection |
            ForEach-Object { Write-PipelineText $_.Line }
        $exitCode = 0
    }
    catch {
        Write-PipelineError $_
        if ($_.Exception.ExitCode) { $exitCode = $_.Exception.ExitCode }
    }

    # A failed job can have results too.
    if ($Result) {
        try {
            $null = New-Item $Destination -ItemType Directory -Force
            Copy-PsMachineItem $Result $Destination -FromMachine $Machine -Recurse @connection
        }
        catch {
            Write-PipelineError $_
            if ($exitCode -eq 0) { $exitCode = 1 }
        }
    }
}
finally {
    try {
        Write-MachineState (Stop-PsMachine $Machine -Wait)
    }
    catch {
        Write-PipelineError $_
        $exitCode = 1
    }
}

exit $exitCode

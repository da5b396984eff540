<#
.SYNOPSIS
    Starts a machine, runs a script on it with its output in the log of the pipeline, fetches the results, and always stops the machine.

.DESCRIPTION
    Takes the key of the API from PAPERSPACE_API_KEY, and the private key of SSH from a file. The exit code is that of the script; 1 if the
    machine could not be started, reached or stopped, or if the results could not be fetched. The machine is stopped whatever ends the job:
    its end, an error, or the cancellation of the pipeline.

.PARAMETER Machine
    The machine: its name or its id.

.PARAMETER FilePath
    The script file to run on the machine.

.PARAMETER ArgumentList
    Its arguments.

.PARAMETER Result
    What to copy from the machine afterwards, with wildcards. Relative paths start from the home folder.

.PARAMETER Destination
    The folder for the results. It is created if it does not exist.

.PARAMETER Timeout
    How long the script may run, such as 8h.

.PARAMETER UserName
    The user to log in as.

.PARAMETER IdentityFile
    The file of the private key.

.PARAMETER SshOption
    Options of ssh, such as ProxyJump=bastion.

.PARAMETER HostName
    The address to connect to instead of the machine's public address.

.PARAMETER Port
    The port of SSH.
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

$connection = @{}
foreach ($name in 'UserName', 'IdentityFile', 'SshOption', 'HostName', 'Port') {
    if ($PSBoundParameters.ContainsKey($name)) { $connection[$name] = $PSBoundParameters[$name] }
}

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

    # A job that failed may have left results too.
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

<#
.SYNOPSIS
    Stops the machines that are idle and match a name, for a nightly pipeline.

.DESCRIPTION
    Takes the key of the API from PAPERSPACE_API_KEY. What a machine is doing is read on the machine itself, over SSH: a machine is idle if for
    a while no GPU is used, there is no load, nobody types, and no detached job runs. A machine that cannot be read is left alone and reported.
    Ends with exit code 1 if a machine could not be read or stopped, after all the others were.

.PARAMETER Name
    Which machines, with wildcards.

.PARAMETER KeepRunning
    Names of machines to leave alone, with wildcards.

.PARAMETER IdleAfter
    How long nothing must have happened on a machine, such as 30m.

.PARAMETER Timeout
    How long to wait for the machines to be off, in seconds.

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
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateNotNullOrEmpty()]
    [string[]] $Name = '*',
    [string[]] $KeepRunning = @(),
    [string] $IdleAfter = '30m',
    # Not [int], which reads 1,5 as 15.
    [object] $Timeout = 900,
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
foreach ($parameter in 'UserName', 'IdentityFile', 'SshOption', 'HostName', 'Port') {
    if ($PSBoundParameters.ContainsKey($parameter)) { $connection[$parameter] = $PSBoundParameters[$parameter] }
}

try {
    $failed = $false
    $running = @(Get-PsMachine $Name | Where-Object { $_.IsRunning })
    $candidates = @($running | Where-Object { $machine = $_; -not ($KeepRunning | Where-Object { $machine.Name -like $_ }) })
    $activities = @($candidates | Get-PsMachineActivity -IdleAfter $IdleAfter @connection -ErrorAction SilentlyContinue -ErrorVariable unread)
    foreach ($failure in $unread) { Write-PipelineError $failure }
    # Also one whose GPUs could not be read: whether it is idle is not known.
    $unknown = @($candidates | Where-Object { $machine = $_; -not ($activities | Where-Object { $_.MachineId -eq $machine.Id -and $null -ne $_.IsIdle }) })
    if ($unknown.Count -gt 0) {
        Write-PipelineFailure "Left running, since their activity could not be read: $(($unknown | ForEach-Object { "$($_.Name) ($($_.Id))" }) -join ', ')."
        $failed = $true
    }

    $idle = @($activities | Where-Object IsIdle)
    "$($running.Count) machines run, $($idle.Count) are idle."
    if ($idle.Count -gt 0 -and $PSCmdlet.ShouldProcess("$($idle.Count) machines", 'Stop')) {
        $stopped = @($idle | Stop-PsMachine -Wait -Timeout $Timeout -ErrorAction SilentlyContinue -ErrorVariable failures)
        $stopped | ForEach-Object { Write-MachineState $_ }
        foreach ($failure in $failures) { Write-PipelineError $failure }
        $off = @($stopped | Where-Object { -not $_.IsBilled } | ForEach-Object { $_.Id })
        $left = @($idle | Where-Object { $_.MachineId -notin $off })
        if ($left.Count -gt 0) {
            Write-PipelineFailure "Not stopped, and billed on: $(($left | ForEach-Object { "$($_.MachineName) ($($_.MachineId))" }) -join ', ')."
            $failed = $true
        }
    }

    if ($failed) { exit 1 }
}
catch {
    Write-PipelineError $_
    exit 1
}

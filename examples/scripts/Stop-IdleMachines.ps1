<#
.SYNOPSIS
    Stops idle machines, for a nightly pipeline.

.DESCRIPTION
    Set the environment variable PAPERSPACE_API_KEY to the API key. The script checks the activity of each machine over SSH. A machine is idle
    if, for a while, its GPUs and CPUs are not in use, nobody types, and no detached job runs. A machine whose activity cannot be read is
    left running and reported. The exit code is 1 if any machine could not be read or stopped; the others are still stopped.

.PARAMETER Name
    The names of the machines to check, with wildcards. The default is all machines.

.PARAMETER KeepRunning
    The names of machines to leave running, with wildcards.

.PARAMETER IdleAfter
    How long a machine must have been idle, such as 30m, which is the default.

.PARAMETER Timeout
    The longest time to wait for the machines to stop, in seconds. The default is 900.

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
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateNotNullOrEmpty()]
    [string[]] $Name = '*',
    [string[]] $KeepRunning = @(),
    [string] $IdleAfter = '30m',
    # [int] would read 1,5 as 15.
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
. ([IO.Path]::Combine($PSScriptRoot, 'SshConnection.ps1'))

$connection = Select-SshParameter $PSBoundParameters

try {
    $failed = $false
    $running = @(Get-PsMachine $Name | Where-Object { $_.IsRunning })
    $candidates = @($running | Where-Object { $machine = $_; -not ($KeepRunning | Where-Object { $machine.Name -like $_ }) })
    $activities = @($candidates | Get-PsMachineActivity -IdleAfter $IdleAfter @connection -ErrorAction SilentlyContinue -ErrorVariable unread)
    foreach ($failure in $unread) { Write-PipelineError $failure }
    # Includes machines whose GPUs could not be read.
    $unknown = @($candidates | Where-Object { $machine = $_; -not ($activities | Where-Object { $_.MachineId -eq $machine.Id -and $null -ne $_.IsIdle }) })
    if ($unknown.Count -gt 0) {
        Write-PipelineFailure "Left running because their activity could not be read: $(($unknown | ForEach-Object { "$($_.Name) ($($_.Id))" }) -join ', ')."
        $failed = $true
    }

    $idle = @($activities | Where-Object IsIdle)
    "Running machines: $($running.Count). Idle: $($idle.Count)."
    if ($idle.Count -gt 0 -and $PSCmdlet.ShouldProcess("Idle machines: $($idle.Count)", 'Stop')) {
        $stopped = @($idle | Stop-PsMachine -Wait -Timeout $Timeout -ErrorAction SilentlyContinue -ErrorVariable failures)
        $stopped | ForEach-Object { Write-MachineState $_ }
        foreach ($failure in $failures) { Write-PipelineError $failure }
        $off = @($stopped | Where-Object { -not $_.IsBilled } | ForEach-Object { $_.Id })
        $left = @($idle | Where-Object { $_.MachineId -notin $off })
        if ($left.Count -gt 0) {
            Write-PipelineFailure "Not stopped and still billed: $(($left | ForEach-Object { "$($_.MachineName) ($($_.MachineId))" }) -join ', ')."
            $failed = $true
        }
    }

    if ($failed) { exit 1 }
}
catch {
    Write-PipelineError $_
    exit 1
}

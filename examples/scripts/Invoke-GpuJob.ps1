<#
.SYNOPSIS
    Starts a machine, runs a job while it is ready, and stops it again.

.DESCRIPTION
    Takes the key from PAPERSPACE_API_KEY. The exit code is the job's; 1 when the machine did not start or did not stop.

.PARAMETER MachineId
    The machine.

.PARAMETER Job
    A script file that is given the machine as its first argument, for example one that runs ssh.

.PARAMETER KeepRunning
    Leaves the machine running where it ran before. Without it, it is always stopped.

.PARAMETER StartTimeout
    How long the start may take, in seconds.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $MachineId,

    [Parameter(Mandatory)]
    [string] $Job,

    [switch] $KeepRunning,

    # Not [int], which reads 1,5 as 15.
    $StartTimeout = 1200
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. ([IO.Path]::Combine($PSScriptRoot, 'PipelineLog.ps1'))

try {
    $machine = Get-PsMachine -MachineId $MachineId
}
catch {
    Write-PipelineError $_
    exit 1
}

$leaveOn = $KeepRunning -and $machine.IsRunning
$exitCode = 0
try {
    $machine = Start-PsMachine $machine -Wait -Timeout $StartTimeout
    Write-MachineState $machine
    $global:LASTEXITCODE = 0
    & $Job $machine
    $exitCode = $global:LASTEXITCODE
}
catch {
    Write-PipelineError $_
    $exitCode = 1
}
finally {
    # Also after a failed start: a machine that comes up late would go on to cost.
    if (-not $leaveOn) {
        try {
            Write-MachineState (Stop-PsMachine $MachineId -Wait)
        }
        catch {
            Write-PipelineError $_
            $exitCode = 1
        }
    }
}

exit $exitCode

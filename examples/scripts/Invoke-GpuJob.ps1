<#
.SYNOPSIS
    Starts a machine, runs a local script, and stops the machine.

.DESCRIPTION
    Set the environment variable PAPERSPACE_API_KEY to the API key. The exit code is that of the job, or 1 if the machine did not start or
    stop.

.PARAMETER MachineId
    The id of the machine.

.PARAMETER Job
    A script file to run on this computer. Its first argument is the machine.

.PARAMETER KeepRunning
    Leaves the machine running if it was running before. By default, the script always stops it.

.PARAMETER StartTimeout
    The longest time to wait for the start, in seconds. The default is 1200.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $MachineId,

    [Parameter(Mandatory)]
    [string] $Job,

    [switch] $KeepRunning,

    # [int] would read 1,5 as 15.
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
    # Stop also after a failed start: a machine that starts late would be billed.
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

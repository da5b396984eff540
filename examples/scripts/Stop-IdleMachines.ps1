<#
.SYNOPSIS
    Stops the machines that run and match a name, for a nightly pipeline.

.DESCRIPTION
    Takes the key from PAPERSPACE_API_KEY. Ends with exit code 1 when a machine could not be stopped, after all the others were.

.PARAMETER Name
    Which machines, with wildcards.

.PARAMETER KeepRunning
    Names of machines to leave alone, with wildcards.

.PARAMETER Timeout
    How long to wait for the machines to be off, in seconds.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string[]] $Name = '*',
    [string[]] $KeepRunning = @(),
    [int] $Timeout = 900
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. ([IO.Path]::Combine($PSScriptRoot, 'PipelineLog.ps1'))

try {
    $running = @(Get-PsMachine -Name $Name | Where-Object { $_.IsRunning })
    $targets = @($running | Where-Object { $machine = $_; -not ($KeepRunning | Where-Object { $machine.Name -like $_ }) })
    "$($running.Count) machines run, $($targets.Count) are to be stopped."
    if ($targets.Count -gt 0 -and $PSCmdlet.ShouldProcess("$($targets.Count) machines", 'Stop')) {
        $targets | Stop-PsMachine -Wait -Timeout $Timeout -ErrorAction SilentlyContinue -ErrorVariable failures |
            ForEach-Object { Write-MachineState $_ }
        foreach ($failure in $failures) { Write-PipelineError $failure }
        if ($failures) { exit 1 }
    }
}
catch {
    Write-PipelineError $_
    exit 1
}

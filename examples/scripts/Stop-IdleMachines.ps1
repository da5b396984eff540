<#
.SYNOPSIS
    Stops the machines that are billed for their use and match a name, for a nightly pipeline.

.DESCRIPTION
    Takes the key from PAPERSPACE_API_KEY. Every machine is meant that is neither off nor being deleted, in whatever state it is.
    Ends with exit code 1 and a line that names each machine that could not be stopped, after all the others were.

.PARAMETER Name
    Which machines, with wildcards.

.PARAMETER KeepRunning
    Names of machines to leave alone, with wildcards.

.PARAMETER Timeout
    How long to wait for the machines to be off, in seconds.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateNotNullOrEmpty()]
    [string[]] $Name = '*',
    [string[]] $KeepRunning = @(),
    # Not [int], which reads 1,5 as 15.
    $Timeout = 900
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. ([IO.Path]::Combine($PSScriptRoot, 'PipelineLog.ps1'))

try {
    $billed = @(Get-PsMachine -Name $Name | Where-Object { $_.IsBilled })
    $targets = @($billed | Where-Object { $machine = $_; -not ($KeepRunning | Where-Object { $machine.Name -like $_ }) })
    "$($billed.Count) machines are billed, $($targets.Count) are to be stopped."
    if ($targets.Count -gt 0 -and $PSCmdlet.ShouldProcess("$($targets.Count) machines", 'Stop')) {
        $stopped = @($targets | Stop-PsMachine -Wait -Timeout $Timeout -ErrorAction SilentlyContinue -ErrorVariable failures)
        $stopped | ForEach-Object { Write-MachineState $_ }
        foreach ($failure in $failures) { Write-PipelineError $failure }
        $off = @($stopped | Where-Object { -not $_.IsBilled } | ForEach-Object { $_.Id })
        $left = @($targets | Where-Object { $_.Id -notin $off })
        if ($left.Count -gt 0) {
            $names = $left | ForEach-Object { "$($_.Name) ($($_.Id))" }
            Write-PipelineFailure "Not stopped, and billed on: $($names -join ', ')."
            exit 1
        }
    }
}
catch {
    Write-PipelineError $_
    exit 1
}

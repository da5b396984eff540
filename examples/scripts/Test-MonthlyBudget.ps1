<#
.SYNOPSIS
    Fails a nightly pipeline when a month is projected to cost more than a budget, or when that is not known.

.DESCRIPTION
    Takes the key from PAPERSPACE_API_KEY. Writes what costs most and what could be saved, and a report if a path is given. Machines and their
    disks are counted, and on the V1 API static addresses, snapshots, custom templates and shared drives at list prices. Ends with exit code
    1 when the budget is exceeded, and when a part of the cost is unknown: a price, hours, or a machine that could not be read.

.PARAMETER Budget
    What a month may cost, in US dollars, with a decimal point. A comma is an error in every culture.

.PARAMETER Report
    The file of a report, to be kept with the pipeline's run.

.PARAMETER AllowIncomplete
    Compares the part of the cost that is known.
#>
[CmdletBinding()]
param(
    # Not [decimal], which reads 12,50 as 1250: Measure-PsMachineCost reads it.
    [Parameter(Mandatory)]
    [object] $Budget,

    [string] $Report,

    [switch] $AllowIncomplete
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. ([IO.Path]::Combine($PSScriptRoot, 'PipelineLog.ps1'))

function Format-Amount($Cost, [string] $Property) {
    if ($null -eq $Cost.$Property) { return 'an unknown amount' }
    $least = if ($Cost.IsComplete) { '' } else { 'at least ' }
    [string]::Format([cultureinfo]::InvariantCulture, '{0}${1:#,##0.00}', $least, $Cost.$Property)
}

try {
    # Fails on an amount that cannot be read before anything is.
    $null = @() | Measure-PsMachineCost -Budget $Budget -AllowIncomplete

    $measured = @{
        Budget          = $Budget
        AllowIncomplete = $AllowIncomplete
        ErrorAction     = 'SilentlyContinue'
        ErrorVariable   = 'failures'
        WarningAction   = 'SilentlyContinue'
        WarningVariable = 'warnings'
    }
    $costs = @(Measure-PsMachineCost -By Machine @measured)
    foreach ($cost in $costs | Select-Object -First 5) {
        Write-PipelineText "$($cost.Name): $(Format-Amount $cost Cost) so far, $(Format-Amount $cost ProjectedCost) at the end of the month"
    }

    foreach ($finding in Get-PsCostRecommendation) {
        Write-PipelineText "$($finding.ResourceId): $($finding.Reason) $($finding.Command)"
    }

    if ($Report) { Export-PsMachineReport $Report }
    foreach ($warning in $warnings) { Write-PipelineText "$warning" }
    if ($failures) {
        foreach ($failure in $failures) { Write-PipelineError $failure }
        exit 1
    }

    $projected = ($costs | Measure-Object ProjectedCost -Sum).Sum
    $end = [string]::Format([cultureinfo]::InvariantCulture, '${0:#,##0.00}', $projected)
    Write-PipelineText "The month is within the budget of `$${Budget}: $end at its end."
}
catch {
    Write-PipelineError $_
    exit 1
}

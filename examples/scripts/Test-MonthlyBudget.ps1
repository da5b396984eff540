<#
.SYNOPSIS
    Fails a pipeline if the month is projected to exceed a budget, or if its cost is not completely known.

.DESCRIPTION
    Set the environment variable PAPERSPACE_API_KEY to the API key. The script writes the most expensive machines, possible savings, and
    optionally a report. It counts machines and their disks and, on the V1 API, static addresses, snapshots, custom templates and shared
    drives at list price. The exit code is 1 if the budget is exceeded, or if a part of the cost is unknown: a price, hours, or a machine
    that could not be read.

.PARAMETER Budget
    The budget in US dollars, with a decimal point. A comma is an error in every culture.

.PARAMETER Report
    The path of a report to write, for an artifact of the pipeline.

.PARAMETER AllowIncomplete
    Compares the budget with the known part of the cost.
#>
[CmdletBinding()]
param(
    # [decimal] would read 12,50 as 1250. Measure-PsMachineCost converts the value.
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
    # Fail on an invalid amount before any request.
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
        Write-PipelineText "$($cost.Name): $(Format-Amount $cost Cost) so far, $(Format-Amount $cost ProjectedCost) projected for the month"
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
    Write-PipelineText "The month is within the budget of `$${Budget}: projected cost $end."
}
catch {
    Write-PipelineError $_
    exit 1
}

<#
.SYNOPSIS
    Fails a nightly pipeline when the machines will have cost more than a budget at the end of the month.

.DESCRIPTION
    Takes the key from PAPERSPACE_API_KEY. Writes what costs most and what is paid for and may not be used, and a report where a path
    is given. Ends with exit code 1 when the budget is exceeded, and when a machine's cost could not be read, since nobody would know.

.PARAMETER Budget
    What a month may cost, in US dollars.

.PARAMETER Report
    The file of a report, to be kept with the pipeline's run.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [decimal] $Budget,

    [string] $Report
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. ([IO.Path]::Combine($PSScriptRoot, 'PipelineLog.ps1'))

try {
    $use = @(Get-PsMachine | Get-PsMachineUtilization)
    foreach ($cost in $use | Measure-PsMachineCost -By Machine | Select-Object -First 5) {
        Write-PipelineText ('{0}: ${1} so far, ${2} at the end of the month' -f $cost.Name, $cost.Cost, $cost.ProjectedCost)
    }

    foreach ($finding in Get-PsCostRecommendation) {
        Write-PipelineText ('{0}: {1} {2}' -f $finding.ResourceId, $finding.Reason, $finding.Command)
    }

    if ($Report) { $use | Export-PsMachineReport $Report }
    $total = $use | Measure-PsMachineCost -Budget $Budget
    Write-PipelineText ('The month is within the budget of ${0}: ${1} at its end.' -f $Budget, $total.ProjectedCost)
}
catch {
    Write-PipelineError $_
    exit 1
}

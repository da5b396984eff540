<#
.SYNOPSIS
    Runs the Pester tests in this PowerShell, and ends with "Pester: N passed, N failed".

.PARAMETER Pester
    The manifest of Pester 5.

.PARAMETER Module
    The folder of the module.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Pester,

    [Parameter(Mandatory)]
    [string] $Module
)

$ErrorActionPreference = 'Stop'
$env:PAPERSPACE_MODULE = $Module
Import-Module $Pester
$settings = New-PesterConfiguration
$settings.Run.Path = $PSScriptRoot
$settings.Run.PassThru = $true
$result = Invoke-Pester -Configuration $settings
"Pester: {0} passed, {1} failed" -f $result.PassedCount, ($result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount)
exit [int] ($result.Result -ne 'Passed')

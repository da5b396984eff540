<#
.SYNOPSIS
    Imports the module that was built, connected to a fresh simulated account.
#>

function Connect-TestAccount {
    param([int] $MachineCount = 0)
    Connect-PsAccount -Simulator -Speed 600 -MachineCount $MachineCount
}

function Add-TestMachine {
    param([Parameter(ValueFromPipeline)] [string] $Name)
    process { New-PsMachine $Name -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Wait }
}

$script:ModulePath = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Paperspace'
Import-Module $script:ModulePath -Force

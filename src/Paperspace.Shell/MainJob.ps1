<#
.SYNOPSIS
    Shows the module's main job in a simulated account, through each API: each command as it would be typed, and what it gives.

.PARAMETER Module
    The folder of the module, or its manifest.

.PARAMETER AddToHistory
    Adds the commands to the history of the prompt that follows.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [switch] $AddToHistory
)

Import-Module $Module -ErrorAction Stop

$commands = foreach ($api in 'Core', 'V1') {
    "Connect-PsAccount -Simulator -ApiVersion $api -Speed 60"
    "'render-1', 'render-2' | New-PsMachine -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -Wait"
    'Get-PsMachine -State ready | Stop-PsMachine -Wait'
    'Get-PsMachine | Get-PsMachineUtilization'
    'Get-PsMachine | Remove-PsMachine -Confirm:$false -Wait'
}

foreach ($command in $commands) {
    "PS> $command"
    $begun = Get-Date
    # Shown before the next command is: a table for each.
    & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'; $command")) | Out-Default
    if ($AddToHistory) {
        Add-History -InputObject ([pscustomobject] @{
                CommandLine = $command; ExecutionStatus = 'Completed'; StartExecutionTime = $begun; EndExecutionTime = Get-Date
            })
    }
}

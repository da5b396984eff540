<#
.SYNOPSIS
    Runs a demo of the module in a simulated account, through each API: shows each command and its output.

.PARAMETER Module
    The path of the module or its manifest.

.PARAMETER AddToHistory
    Adds the commands to the history of the following prompt.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [switch] $AddToHistory
)

Import-Module $Module -ErrorAction Stop

$commands = foreach ($api in 'V1', 'Core') {
    "Connect-PsAccount -Simulator -ApiVersion $api -Speed 60"
    "New-PsMachine demo-1, demo-2 -Template 'Ubuntu 22.04 Server' -Region NY2 -MachineType P4000 -Size 50 -Wait"
    'Get-PsMachine'
    'Get-PsMachine demo-* | Stop-PsMachine -Wait'
    'Get-PsMachineUtilization demo-*'
    'Remove-PsMachine demo-* -Confirm:$false -Wait'
}

foreach ($command in $commands) {
    "PS> $command"
    $begun = Get-Date
    # Each table is shown before the next command runs.
    & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'; $command")) | Out-Default
    if ($AddToHistory) {
        Add-History -InputObject ([pscustomobject] @{
                CommandLine = $command; ExecutionStatus = 'Completed'; StartExecutionTime = $begun; EndExecutionTime = Get-Date
            })
    }
}

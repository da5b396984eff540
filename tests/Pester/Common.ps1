<#
.SYNOPSIS
    Imports the module that PAPERSPACE_MODULE names, or the one that was built, and defines the helpers of the tests.
#>

# Connects to a fresh simulated account.
function Connect-TestAccount {
    param([int] $MachineCount = 0)
    Connect-PsAccount -Simulator -ApiVersion Core -Speed 600 -MachineCount $MachineCount
}

function Add-TestMachine {
    param([Parameter(ValueFromPipeline)] [string] $Name)
    process { New-PsMachine $Name -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Wait }
}

# Runs a new process of this PowerShell without prompts. Returns the lines of both streams, and the exit code.
function Invoke-PowerShell {
    param([string[]] $Arguments)
    $program = (Get-Process -Id $PID).Path
    $options = @('-NoProfile', '-NonInteractive') + $Arguments
    if ((Split-Path $program -Leaf) -match '^dotnet') { $options = @(Join-Path $PSHOME 'pwsh.dll') + $options }
    $before = $ErrorActionPreference, $env:NO_COLOR
    # Windows PowerShell makes errors of the lines of standard error.
    $ErrorActionPreference = 'Continue'
    $env:NO_COLOR = '1'
    try {
        $lines = & $program @options 2>&1 | ForEach-Object { "$_" }
        [pscustomobject] @{ Lines = @($lines); Text = @($lines) -join "`n"; ExitCode = $LASTEXITCODE }
    }
    finally {
        $ErrorActionPreference, $env:NO_COLOR = $before
    }
}

# Runs a script file in a new process, with the module imported and a simulated account connected.
function Invoke-TestScript {
    param([string] $Script, [int] $MachineCount = 2)
    $file = Join-Path $TestDrive 'script.ps1'
    Set-Content $file (Get-TestScript $Script $MachineCount)
    Invoke-PowerShell '-File', $file
}

function Get-TestScript {
    param([string] $Script, [int] $MachineCount = 2)
    "Import-Module '$ModulePath/Paperspace.psd1'; Connect-PsAccount -Simulator -ApiVersion Core -Speed 600 -MachineCount $MachineCount; $Script"
}

$script:ModulePath = if ($env:PAPERSPACE_MODULE) { $env:PAPERSPACE_MODULE } else { Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Paperspace' }
Import-Module (Join-Path $script:ModulePath 'Paperspace.psd1') -Force

#Requires -Version 5.1
<#
.SYNOPSIS
    Builds, tests, packages or publishes the module. MSBuild does the work; this only calls it.

.PARAMETER Task
    Build    lays the module out in out/Paperspace, ready for Import-Module.
    Test     builds, runs the xunit tests, and the Pester tests where Pester 5 is found.
    Package  builds and makes out/Paperspace.<version>.nupkg.
    Publish  packages and pushes to the PowerShell Gallery with the key in PSGALLERY_API_KEY.
    Clean    removes everything that was built.

.PARAMETER Configuration
    Release or Debug.

.EXAMPLE
    ./build.ps1
    Import-Module ./out/Paperspace
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package', 'Publish', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0
$configured = @('--configuration', $Configuration)
$manifest = Get-Content (Join-Path $PSScriptRoot 'Paperspace.psd1') -Raw
$version = [regex]::Match($manifest, "ModuleVersion\s*=\s*'([^']+)'").Groups[1].Value

function Invoke-Program {
    param([string] $Name, [string[]] $Arguments)
    & $Name @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Name $($Arguments -join ' ') ended with exit code $LASTEXITCODE." }
}

function Build-Module {
    Invoke-Program dotnet (@('build', (Join-Path $PSScriptRoot 'src/Paperspace.PowerShell')) + $configured)
}

function Test-Module {
    Invoke-Program dotnet (@('test', '--solution', (Join-Path $PSScriptRoot 'Paperspace.sln')) + $configured)
    $pester = Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -eq 5 } | Select-Object -First 1
    if (-not $pester) {
        Write-Warning 'The Pester tests were not run: Pester 5 is not installed (Install-PSResource Pester -Version "[5.0,6.0)").'
        return
    }

    Import-Module $pester
    $settings = New-PesterConfiguration
    $settings.Run.Path = Join-Path $PSScriptRoot 'tests/Pester'
    $settings.Run.Throw = $true
    $settings.Output.Verbosity = 'Normal'
    Invoke-Pester -Configuration $settings
}

function Build-ModulePackage {
    Invoke-Program dotnet (@('build', (Join-Path $PSScriptRoot 'src/Paperspace.Package')) + $configured)
    Get-Item (Join-Path $PSScriptRoot "out/Paperspace.$version.nupkg")
}

function Publish-ModulePackage {
    if (-not $env:PSGALLERY_API_KEY) { throw 'Set PSGALLERY_API_KEY to a key of the PowerShell Gallery that may push Paperspace.' }
    if (git -C $PSScriptRoot status --porcelain) { throw 'The working tree has changes that are not committed. Publish from a clean one.' }
    if ((git -C $PSScriptRoot tag --points-at HEAD) -notcontains "v$version") { throw "The commit has no tag v$version. Tag it, and publish then." }
    $package = Build-ModulePackage
    Publish-PSResource -NupkgPath $package.FullName -Repository PSGallery -ApiKey $env:PSGALLERY_API_KEY
}

switch ($Task) {
    'Build' { Build-Module }
    'Test' { Build-Module; Test-Module }
    'Package' { Build-ModulePackage }
    'Publish' { Publish-ModulePackage }
    'Clean' { Invoke-Program dotnet @('clean', (Join-Path $PSScriptRoot 'Paperspace.sln')); Remove-Item (Join-Path $PSScriptRoot 'out') -Recurse -Force -ErrorAction Ignore }
}

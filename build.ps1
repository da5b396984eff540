#Requires -Version 5.1
<#
.SYNOPSIS
    Builds, tests, packages or publishes the module. MSBuild does the work; this only calls it.

.PARAMETER Task
    Build    lays the module out in out/Paperspace, ready for Import-Module.
    Test     builds, and runs the xunit tests and the Pester tests.
    CI       does all that continuous integration does, and ends with "N passed, N failed".
    Package  builds and makes out/Paperspace.<version>.nupkg.
    Publish  packages and pushes to the PowerShell Gallery with the key in PSGALLERY_API_KEY.
    Clean    removes everything that was built, in every configuration.

.PARAMETER Configuration
    Release or Debug.

.EXAMPLE
    ./build.ps1
    Import-Module ./out/Paperspace
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'CI', 'Package', 'Publish', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0
$solution = Join-Path $PSScriptRoot 'Paperspace.sln'
$configured = @('--configuration', $Configuration)
$manifest = Get-Content (Join-Path $PSScriptRoot 'Paperspace.psd1') -Raw
$version = [regex]::Match($manifest, "ModuleVersion\s*=\s*'([^']+)'").Groups[1].Value

# A program's output goes to the host, never to the pipeline.
function Invoke-Program {
    param([string] $Name, [string[]] $Arguments)
    & $Name @Arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "$Name $($Arguments -join ' ') ended with exit code $LASTEXITCODE." }
}

# Runs a program that tests, shows what it prints, and gives the sums of what two patterns catch in it.
function Invoke-TestProgram {
    param([string] $Name, [string[]] $Arguments, [string] $PassedPattern, [string] $FailedPattern)
    & $Name @Arguments | Tee-Object -Variable printed | Out-Host
    $exitCode = $LASTEXITCODE
    $counts = foreach ($pattern in $PassedPattern, $FailedPattern) {
        $found = @(@($printed) -match $pattern | ForEach-Object { [int] [regex]::Match($_, $pattern).Groups[1].Value })
        if ($found.Count -eq 0) { throw "$Name $($Arguments -join ' ') did not say how many tests passed and failed (exit code $exitCode)." }
        ($found | Measure-Object -Sum).Sum
    }
    [pscustomobject] @{ Passed = $counts[0]; Failed = [math]::Max($counts[1], [int] ($exitCode -ne 0)) }
}

function Get-ProjectFile {
    Get-ChildItem (Join-Path $PSScriptRoot 'src'), (Join-Path $PSScriptRoot 'tests'), (Join-Path $PSScriptRoot 'bench') -Recurse -Filter *.csproj
}

function Build-Module {
    Invoke-Program dotnet (@('build', (Join-Path $PSScriptRoot 'src/Paperspace.PowerShell')) + $configured)
}

function Invoke-XunitTest {
    param([string[]] $Options)
    # The engine in the tests' own process must not find the modules of the PowerShell that runs this.
    $modulePath = $env:PSModulePath
    $env:PSModulePath = $null
    try {
        Invoke-TestProgram dotnet (@('test', '--solution', $solution) + $configured + $Options) '^\s+succeeded: (\d+)$' '^\s+failed: (\d+)$'
    }
    finally {
        $env:PSModulePath = $modulePath
    }
}

# In a process of its own, of the PowerShell that runs this: so the module is loaded as it was built, and in every edition.
function Invoke-PesterTest {
    $pester = dotnet msbuild (Join-Path $PSScriptRoot 'tests/Paperspace.Testing') '-getProperty:PesterManifest'
    $program = (Get-Process -Id $PID).Path
    $arguments = @('-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot 'tests/Pester/Invoke-PesterTest.ps1'), '-Pester', $pester)
    if ((Split-Path $program -Leaf) -match '^dotnet') { $arguments = @((Join-Path $PSHOME 'pwsh.dll')) + $arguments }
    Invoke-TestProgram $program $arguments '^Pester: (\d+) passed' '^Pester: \d+ passed, (\d+) failed$'
}

function Invoke-ParityTest {
    $folder = Join-Path $PSScriptRoot 'tests/parity'
    $env:Configuration = $Configuration
    Push-Location $folder
    try {
        Invoke-Program npm @('ci', '--no-progress', '--ignore-scripts', '--loglevel=error')
        Invoke-TestProgram node @('--test', '--test-reporter=tap') '^# pass (\d+)$' '^# fail (\d+)$'
    }
    finally {
        Pop-Location
        $env:Configuration = $null
    }
}

function Test-Module {
    foreach ($result in (Invoke-XunitTest), (Invoke-PesterTest)) {
        if ($result.Failed) { throw "$($result.Failed) tests failed." }
    }
}

function Assert-SolutionComplete {
    $listed = Get-Content $solution -Raw
    foreach ($project in Get-ProjectFile | Where-Object FullName -NotMatch '[\\/]peers[\\/]') {
        if (-not $listed.Contains($project.Name)) { throw "$($project.Name) is not in Paperspace.sln." }
    }
}

function Invoke-ContinuousIntegration {
    $env:CI = 'true'
    $steps = [ordered] @{
        'Solution'                                  = { Assert-SolutionComplete }
        'Restore, in the versions of the lock files' = { Invoke-Program dotnet @('restore', $solution, '--locked-mode') }
        'Build, with warnings as errors'            = { Invoke-Program dotnet (@('build', $solution, '--no-restore', '-warnaserror') + $configured) }
        'Format'                                    = { Invoke-Program dotnet @('format', 'whitespace', $solution, '--verify-no-changes', '--no-restore') }
        'xunit'                                     = { Invoke-XunitTest '--no-build' }
        'Pester'                                    = { Invoke-PesterTest }
        'Parity with the official client'           = { Invoke-ParityTest }
    }
    $passed = 0
    $failed = 0
    $problems = @()
    foreach ($step in $steps.GetEnumerator()) {
        Write-Host "`n== $($step.Key)"
        try {
            $result = & $step.Value
            if (-not $result) { continue }
            $passed += $result.Passed
            $failed += $result.Failed
            if ($result.Failed) { $problems += $step.Key }
        }
        catch {
            $problems += "$($step.Key): $_"
            $failed++
            if ($step.Key -match '^(Restore|Build)') { break }
        }
    }

    Write-Host ''
    foreach ($problem in $problems) { Write-Host "FAILED: $problem" }
    Write-Host "$passed passed, $failed failed"
    exit [int] ($failed -gt 0 -or $passed -eq 0)
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

function Clear-Build {
    $folders = @(Join-Path $PSScriptRoot 'out')
    foreach ($project in Get-ProjectFile) {
        foreach ($name in 'bin', 'obj', 'TestResults') { $folders += Join-Path $project.DirectoryName $name }
    }
    $folders | Where-Object { Test-Path $_ } | Remove-Item -Recurse -Force
}

switch ($Task) {
    'Build' { Build-Module }
    'Test' { Build-Module; Test-Module }
    'CI' { Invoke-ContinuousIntegration }
    'Package' { Build-ModulePackage }
    'Publish' { Publish-ModulePackage }
    'Clean' { Clear-Build }
}

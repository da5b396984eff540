#Requires -Version 5.1
<#
.SYNOPSIS
    Builds, tests, packages or publishes the module.

.PARAMETER Task
    Build    builds the module in out/Paperspace, ready for Import-Module.
    Test     builds the module, and runs the xunit and Pester tests.
    CI       runs what continuous integration runs, and ends with "N passed, N failed".
    Analyze  runs PSScriptAnalyzer, which must be installed, with the settings of the PowerShell Gallery.
    Coverage measures which lines and branches of the shipped assemblies the xunit tests cover, and writes them to out/coverage.
    Mutate   measures with Stryker how many code changes the library tests detect. The report is in out/mutation.
    Sbom     writes out/Paperspace.<version>.cdx.json, which lists the packages in the module.
    Package  builds the module and out/Paperspace.<version>.nupkg.
    TestPackage  tests the package in a local gallery, and with the Pester tests in the current PowerShell.
    Publish  builds and tests the package, and pushes it with the key in PSGALLERY_API_KEY.
    Clean    removes all build output, in every configuration.

.PARAMETER Configuration
    Release or Debug.

.PARAMETER MutationPath
    For Mutate: file patterns in src/Paperspace.Client, instead of those in build/tools/stryker-config.json.

.PARAMETER PackagePath
    For TestPackage and Publish: an existing package. Publish does not test it again.

.PARAMETER Repository
    For Publish: a repository that is registered with Register-PSResourceRepository.

.EXAMPLE
    ./build.ps1
    Import-Module ./out/Paperspace
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'CI', 'Analyze', 'Coverage', 'Mutate', 'Sbom', 'Package', 'TestPackage', 'Publish', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [string[]] $MutationPath,

    [string] $PackagePath,

    [string] $Repository = 'PSGallery'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0
$solution = Join-Path $PSScriptRoot 'Paperspace.sln'
$configured = @('--configuration', $Configuration)
$manifest = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'Paperspace.psd1')
$prerelease = $manifest.PrivateData.PSData['Prerelease']
$version = if ($prerelease) { "$($manifest.ModuleVersion)-$prerelease" } else { $manifest.ModuleVersion }

# Runs a program whose output goes to the host, never to the pipeline. If it fails, the exception repeats its errors.
function Invoke-Program {
    param([string] $Name, [string[]] $Arguments)
    $printed = @()
    & $Name @Arguments | Tee-Object -Variable printed | Out-Host
    if ($LASTEXITCODE -eq 0) { return }
    $exitCode = $LASTEXITCODE
    $errors = @($printed | Where-Object { $_ -match '\berror\b.*:' } | Select-Object -Unique -First 10)
    throw (@("$Name $($Arguments -join ' ') ended with exit code $exitCode.") + $errors -join "`n  ")
}

# Runs a command in the PowerShell of the tool manifest, whose PSResourceGet creates packages in every edition.
function Invoke-ToolPowerShell {
    param([string] $Command)
    Push-Location $PSScriptRoot
    try {
        Invoke-Program dotnet @('tool', 'restore')
        # Without this folder, PSResourceGet would write the NuGet settings to the current folder.
        $begin = "`$ErrorActionPreference = 'Stop'; `$null = [Environment]::GetFolderPath('ApplicationData', 'Create')"
        Invoke-Program dotnet @('tool', 'run', 'pwsh', '--', '-NoProfile', '-NonInteractive', '-Command', "$begin; $Command")
    }
    finally {
        Pop-Location
    }
}

# Returns the names of failed tests with the first lines of their messages, from the output of dotnet test or Pester.
function Get-TestFailure {
    param([string[]] $Line)
    $messageLines = 0
    foreach ($text in $Line) {
        if ($text -match '^failed \S|^\s*\[-\] ') {
            $messageLines = 6
            $text.Trim()
        }
        elseif ($text -match '^\S|^\s*(\[.\] |$)') { $messageLines = 0 }
        elseif ($messageLines -gt 0 -and $text -notmatch '^\s*from ') {
            $messageLines--
            "    $($text.Trim())"
        }
    }
}

# Runs a test program, shows its output, and returns the numbers of passed and failed tests, and the failures.
function Invoke-TestProgram {
    param([string] $Name, [string[]] $Arguments, [string] $PassedPattern, [string] $FailedPattern)
    & $Name @Arguments | Tee-Object -Variable printed | Out-Host
    $exitCode = $LASTEXITCODE
    $counts = foreach ($pattern in $PassedPattern, $FailedPattern) {
        $found = @(@($printed) -match $pattern | ForEach-Object { [int] [regex]::Match($_, $pattern).Groups[1].Value })
        if ($found.Count -eq 0) {
            $last = @($printed | Select-Object -Last 10)
            throw (@("$Name $($Arguments -join ' ') did not say how many tests passed and failed (exit code $exitCode).") + $last -join "`n  ")
        }
        ($found | Measure-Object -Sum).Sum
    }
    [pscustomobject] @{
        Passed   = $counts[0]
        Failed   = [math]::Max($counts[1], [int] ($exitCode -ne 0))
        Failures = @(Get-TestFailure $printed)
    }
}

function Get-ProjectFile {
    Get-ChildItem (Join-Path $PSScriptRoot 'src'), (Join-Path $PSScriptRoot 'tests'), (Join-Path $PSScriptRoot 'bench') -Recurse -Filter *.csproj
}

function Build-Module {
    Invoke-Program dotnet (@('build', (Join-Path $PSScriptRoot 'src/Paperspace.PowerShell')) + $configured)
}

# The engine in the test process must not find the modules of the current PowerShell.
function Invoke-WithoutModulePath {
    param([scriptblock] $Script)
    $modulePath = $env:PSModulePath
    $env:PSModulePath = $null
    try {
        & $Script
    }
    finally {
        $env:PSModulePath = $modulePath
    }
}

function Invoke-XunitTest {
    param([string[]] $Options)
    $arguments = @('test') + $Options + $configured
    Invoke-WithoutModulePath {
        Invoke-TestProgram -Name dotnet -Arguments $arguments -PassedPattern '^\s+succeeded: (\d+)$' -FailedPattern '^\s+failed: (\d+)$'
    }
}

# Runs in a new process of the current PowerShell, so that it loads the module that was built, in every edition.
function Invoke-PesterTest {
    param([string] $Module = (Join-Path $PSScriptRoot 'out/Paperspace'))
    $testing = Join-Path $PSScriptRoot 'tests/Paperspace.Testing'
    Invoke-Program dotnet @('restore', $testing, '--verbosity', 'quiet')
    $pester = dotnet msbuild $testing '-getProperty:PesterManifest'
    $program = (Get-Process -Id $PID).Path
    $script = Join-Path $PSScriptRoot 'tests/Pester/Invoke-PesterTest.ps1'
    $arguments = @('-NoProfile', '-NonInteractive', '-File', $script, '-Pester', $pester, '-Module', $Module)
    if ((Split-Path $program -Leaf) -match '^dotnet') { $arguments = @((Join-Path $PSHOME 'pwsh.dll')) + $arguments }
    Invoke-TestProgram -Name $program -Arguments $arguments -PassedPattern '^Pester: (\d+) passed' -FailedPattern '^Pester: \d+ passed, (\d+) failed$'
}

function Assert-TestPassed {
    param([Parameter(ValueFromPipeline)] $Result)
    process { if ($Result.Failed) { throw "$($Result.Failed) tests failed." } }
}

function Test-Module {
    Invoke-XunitTest '--solution', $solution | Assert-TestPassed
    Invoke-PesterTest | Assert-TestPassed
}

function Assert-SolutionComplete {
    $listed = Get-Content $solution -Raw
    foreach ($project in Get-ProjectFile | Where-Object FullName -NotMatch '[\\/]peers[\\/]') {
        if (-not $listed.Contains($project.Name)) { throw "$($project.Name) is not in Paperspace.sln." }
    }
}

# Starts the check of the format in a process beside the steps that follow, since it takes a minute or two of one processor.
function Start-FormatCheck {
    $log = Join-Path $PSScriptRoot 'out/format.log'
    New-Item (Split-Path $log) -ItemType Directory -Force | Out-Null
    $arguments = 'format', "`"$solution`"", '--verify-no-changes', '--severity', 'info', '--no-restore'
    $process = Start-Process dotnet -ArgumentList $arguments -NoNewWindow -PassThru -RedirectStandardOutput $log -RedirectStandardError "$log.errors"
    # Without it, the exit code is not known later.
    $null = $process.Handle
    [pscustomobject] @{ Process = $process; Logs = $log, "$log.errors" }
}

function Complete-FormatCheck {
    param($Check)
    if (-not $Check) { throw 'It was not started.' }
    $Check.Process.WaitForExit()
    $printed = @(Get-Content $Check.Logs)
    $printed | Out-Host
    if ($Check.Process.ExitCode) { throw (@("dotnet format ended with exit code $($Check.Process.ExitCode).") + ($printed | Select-Object -First 10) -join "`n  ") }
}

function Invoke-ContinuousIntegration {
    $env:CI = 'true'
    # The processes of tests are short: code that is instrumented for later optimization only costs time.
    $env:DOTNET_TieredPGO = '0'
    $script:format = $null
    $steps = [ordered] @{
        'Solution'                                  = { Assert-SolutionComplete }
        'Restore, in the versions of the lock files' = { Invoke-Program dotnet @('restore', $solution, '--locked-mode') }
        'Build, with warnings as errors'            = { Invoke-Program dotnet (@('build', $solution, '--no-restore', '-warnaserror') + $configured) }
        'Package'                                   = { $env:PAPERSPACE_PACKAGE = (Build-ModulePackage).FullName }
        'xunit, beside the check of the format'     = {
            $script:format = Start-FormatCheck
            Invoke-XunitTest '--solution', $solution, '--no-build'
        }
        'Format, style and analyzers'               = { Complete-FormatCheck $script:format }
        'Pester, with the module of the package'    = { Invoke-PesterTest (Expand-ModulePackage $env:PAPERSPACE_PACKAGE) }
    }
    $passed = 0
    $failed = 0
    $problems = @()
    $failures = @()
    foreach ($step in $steps.GetEnumerator()) {
        Write-Host "`n== $($step.Key)"
        try {
            $result = & $step.Value
            if (-not $result) { continue }
            $passed += $result.Passed
            $failed += $result.Failed
            if ($result.Failed) { $problems += $step.Key }
            $failures += $result.Failures
        }
        catch {
            $problems += "$($step.Key): $_"
            $failed++
            if ($step.Key -match '^(Restore|Build|Package)') { break }
        }
    }

    Write-Host ''
    foreach ($problem in $problems) { Write-Host "FAILED: $problem" }
    $failures | Select-Object -First 200 | Write-Host
    Write-Host "$passed passed, $failed failed"
    exit [int] ($failed -gt 0 -or $passed -eq 0)
}

# The package contains the module, with assemblies compiled ahead of time for PowerShell 7.6 and later.
function Build-ModulePackage {
    Build-Module
    $package = Join-Path $PSScriptRoot "out/Paperspace.$version.nupkg"
    $staging = Join-Path $PSScriptRoot 'out/staging'
    $package, $staging | Where-Object { Test-Path $_ } | Remove-Item -Recurse -Force
    New-Item $staging -ItemType Directory | Out-Null
    Copy-Item (Join-Path $PSScriptRoot 'out/Paperspace') $staging -Recurse
    Invoke-Program dotnet (@('build', (Join-Path $PSScriptRoot 'build/Images'), '-t:LayOutImages', "-p:ImagesRoot=$staging/Paperspace/") + $configured)
    Invoke-ToolPowerShell 'Compress-PSResource out/staging/Paperspace out'
    Get-Item $package
}

# Returns the folder of the module in a package, as installed.
function Expand-ModulePackage {
    param([string] $Path)
    $parent = Join-Path $PSScriptRoot 'out/package'
    if (Test-Path $parent) { Remove-Item $parent -Recurse -Force }
    $folder = Join-Path $parent "Paperspace/$($manifest.ModuleVersion)"
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($Path, $folder)
    $folder
}

function Test-ModulePackage {
    param([string] $Path)
    $env:PAPERSPACE_PACKAGE = $Path
    try {
        $tests = Join-Path $PSScriptRoot 'tests/Paperspace.Module.Tests'
        Invoke-XunitTest '--project', $tests | Assert-TestPassed
        Invoke-PesterTest (Expand-ModulePackage $Path) | Assert-TestPassed
    }
    finally {
        $env:PAPERSPACE_PACKAGE = $null
    }
}

function Publish-ModulePackage {
    if (-not $env:PSGALLERY_API_KEY) { throw 'Set PSGALLERY_API_KEY to a key of the PowerShell Gallery that may push Paperspace.' }
    if (git -C $PSScriptRoot status --porcelain) { throw 'The working tree has changes that are not committed. Publish from a clean one.' }
    if (@(git -C $PSScriptRoot tag --points-at HEAD) -notcontains "v$version") { throw "The commit has no tag v$version. Tag it, and publish then." }
    $package = $PackagePath
    if (-not $package) {
        $package = (Build-ModulePackage).FullName
        Test-ModulePackage $package
    }

    # Keep the key in the environment: other users can see a command line.
    $env:PAPERSPACE_PUBLISH = (Resolve-Path $package).Path
    $env:PAPERSPACE_REPOSITORY = $Repository
    Invoke-ToolPowerShell 'Publish-PSResource -NupkgPath $env:PAPERSPACE_PUBLISH -Repository $env:PAPERSPACE_REPOSITORY -ApiKey $env:PSGALLERY_API_KEY'
    Write-Host "Published $(Split-Path $package -Leaf) to $Repository."
}

# Run the projects one after another: each rewrites the assemblies of the module while it runs.
function Measure-Coverage {
    $results = Join-Path $PSScriptRoot 'out/coverage'
    if (Test-Path $results) { Remove-Item $results -Recurse -Force }
    $library = Join-Path $PSScriptRoot 'out/Paperspace/lib/net8.0'
    $options = @('--coverlet', '--coverlet-output-format', 'json', '--coverlet-single-hit', '--results-directory', $results)
    $options += @('--coverlet-include', '[Paperspace]*', '--coverlet-include', '[Paperspace.*]*')
    $options += @('--coverlet-include-directory', $library, '--coverlet-include-directory', (Join-Path $library 'Dependencies'))
    $env:Coverage = 'true'
    try {
        Invoke-Program dotnet (@('build', $solution, '-p:RunAnalyzers=false') + $configured)
        foreach ($name in 'Paperspace.Tests', 'Paperspace.PowerShell.Tests', 'Paperspace.Simulator.Tests', 'Paperspace.Views.Tests', 'Paperspace.Help.Tests') {
            $assembly = Join-Path $PSScriptRoot "tests/$name/bin/$Configuration/net10.0/$name.dll"
            Invoke-WithoutModulePath { Invoke-Program dotnet (@($assembly) + $options) }
        }
    }
    finally {
        $env:Coverage = $null
    }

    Get-Coverage (Get-ChildItem $results -Filter *.json) $results | Format-Table -AutoSize | Out-Host
}

# Merges the results of the test projects, writes the lines that none of them covers, and returns the figures of each shipped assembly.
function Get-Coverage {
    param([IO.FileInfo[]] $ResultFile, [string] $Folder)
    $lines = @{}
    $branches = @{}
    foreach ($file in $ResultFile) {
        foreach ($assembly in (Get-Content $file.FullName -Raw | ConvertFrom-Json).PSObject.Properties) {
            foreach ($document in $assembly.Value.PSObject.Properties) {
                foreach ($method in $document.Value.PSObject.Properties.Value.PSObject.Properties.Value) {
                    foreach ($line in $method.Lines.PSObject.Properties) {
                        $lines["$($assembly.Name)|$($document.Name)|$($line.Name)"] += $line.Value
                    }
                    foreach ($branch in $method.Branches) {
                        $branches["$($assembly.Name)|$($document.Name)|$($branch.Line)|$($branch.Offset)|$($branch.Path)"] += $branch.Hits
                    }
                }
            }
        }
    }

    $missed = $lines.Keys | Where-Object { $lines[$_] -eq 0 } | ForEach-Object { $parts = $_.Split('|'); "$($parts[1]):$($parts[2])" }
    $missed | Sort-Object { $_ -replace ':\d+$' }, { [int] ($_ -replace '^.*:') } | Set-Content (Join-Path $Folder 'missed.txt')
    foreach ($name in 'Paperspace', 'Paperspace.Client', 'Paperspace.PowerShell', 'Paperspace.Simulator') {
        $figures = foreach ($hits in $lines, $branches) {
            $all = @($hits.Keys | Where-Object { $_.StartsWith("$name.dll|") })
            $run = @($all | Where-Object { $hits[$_] -gt 0 })
            "$([math]::Round(100 * $run.Count / [math]::Max(1, $all.Count), 1)) % of $($all.Count)"
        }
        [pscustomobject] @{ Assembly = $name; Lines = $figures[0]; Branches = $figures[1] }
    }
}

# Runs a tool that only maintainers need.
function Invoke-BuildTool {
    param([string] $Name, [string[]] $Arguments)
    Push-Location (Join-Path $PSScriptRoot 'build/tools')
    try {
        Invoke-Program dotnet @('tool', 'restore')
        Invoke-Program dotnet (@('tool', 'run', $Name, '--') + $Arguments)
    }
    finally {
        Pop-Location
    }
}

function Measure-Mutation {
    $arguments = @('--config-file', 'stryker-config.json', '--project', 'Paperspace.Client.csproj')
    $arguments += @('--test-project', '../../tests/Paperspace.Tests/Paperspace.Tests.csproj', '--output', (Join-Path $PSScriptRoot 'out/mutation'))
    foreach ($path in $MutationPath) { $arguments += @('--mutate', $path) }
    Invoke-BuildTool dotnet-stryker $arguments
}

function New-Sbom {
    Invoke-Program dotnet @('restore', (Join-Path $PSScriptRoot 'src/Paperspace.PowerShell'))
    $project = Join-Path $PSScriptRoot 'src/Paperspace.PowerShell/Paperspace.PowerShell.csproj'
    $file = "Paperspace.$version.cdx.json"
    $arguments = @($project, '--output', (Join-Path $PSScriptRoot 'out'), '--filename', $file, '--output-format', 'Json')
    Invoke-BuildTool dotnet-CycloneDX ($arguments + @('--disable-package-restore', '--set-name', 'Paperspace', '--set-version', $version))
}

function Invoke-ScriptAnalysis {
    Import-Module PSScriptAnalyzer
    $findings = @('Paperspace.psm1', 'Paperspace.psd1', 'build.ps1', 'src', 'tests', 'examples' | ForEach-Object {
            Invoke-ScriptAnalyzer (Join-Path $PSScriptRoot $_) -Recurse -Settings PSGallery
        } | Where-Object ScriptPath -NotMatch '[\\/](bin|obj|node_modules)[\\/]')
    $findings | Format-Table RuleName, ScriptName, Line, Message -AutoSize | Out-Host
    if ($findings) { throw "PSScriptAnalyzer found $($findings.Count) things." }
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
    'Analyze' { Invoke-ScriptAnalysis }
    'Coverage' { Measure-Coverage }
    'Mutate' { Measure-Mutation }
    'Sbom' { New-Sbom }
    'TestPackage' { Test-ModulePackage (Resolve-Path $PackagePath).Path }
    'Publish' { Publish-ModulePackage }
    'Clean' { Clear-Build }
}

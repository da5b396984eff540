BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
}

BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'The module' {
    It 'has a valid manifest' {
        $manifest = Test-ModuleManifest (Join-Path $ModulePath 'Paperspace.psd1') -ErrorAction Stop
        $manifest.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
        $manifest.PowerShellVersion | Should -Be '5.1'
        $manifest.PrivateData.PSData.LicenseUri | Should -Not -BeNullOrEmpty
    }

    It 'exports only cmdlets' {
        $module = Get-Module Paperspace
        @($module.ExportedCmdlets.Keys | Sort-Object) | Should -Be @((Import-PowerShellDataFile (Join-Path $module.ModuleBase 'Paperspace.psd1')).CmdletsToExport | Sort-Object)
        $module.ExportedFunctions.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'can be removed and imported again' {
        Remove-Module Paperspace
        Get-Command Get-PsMachine -ErrorAction Ignore -Module Paperspace | Should -BeNullOrEmpty
        Import-Module (Join-Path $ModulePath 'Paperspace.psd1')
        Import-Module (Join-Path $ModulePath 'Paperspace.psd1') -Force
        Connect-TestAccount -MachineCount 2
        Get-PsMachine | Should -HaveCount 2
    }

    It 'finds its dependencies in its own folder' -Skip:($PSEdition -ne 'Core') {
        Connect-TestAccount -MachineCount 1
        $null = Get-PsMachine
        $client = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'RestSharp' }
        $client.Location | Should -BeLike "$ModulePath/lib/*/Dependencies/*"
    }
}

Describe 'A second copy of the module' {
    BeforeAll {
        $copy = Join-Path $TestDrive 'copy/Paperspace'
        $newer = Join-Path $TestDrive 'newer/Paperspace'
        foreach ($folder in $copy, $newer) {
            $null = New-Item -ItemType Directory (Split-Path $folder)
            Copy-Item $ModulePath $folder -Recurse
        }

        # Another version has assemblies of another version.
        $source = '[assembly: System.Reflection.AssemblyVersion("9.8.7.0")] public class Empty { }'
        foreach ($framework in 'net8.0', 'netstandard2.0') {
            $file = Join-Path $newer "lib/$framework/Paperspace.PowerShell.dll"
            Remove-Item $file
            $script = "Add-Type -TypeDefinition '$source' -OutputAssembly '$file'"
            Invoke-PowerShell '-Command', $script
        }
    }

    It 'replaces the loaded one, with its views and accounts' {
        $result = Invoke-PowerShell '-Command', @"
            Import-Module '$ModulePath/Paperspace.psd1'
            Connect-PsAccount -Simulator -MachineCount 2
            Import-Module '$copy/Paperspace.psd1' -Force
            (Get-Module Paperspace).ModuleBase
            (Get-PsMachine | Format-Table | Out-String) -match 'Region'
            @(Get-PsMachine).Type.Count
            Import-Module '$ModulePath/Paperspace.psd1' -Force
            @(Get-PsMachine).Count
"@
        $result.Lines | Should -Be $copy, 'True', '2', '2'
    }

    It 'is imported whatever <Name> is' -ForEach @(
        @{ Name = 'WhatIfPreference'; Script = '$global:WhatIfPreference = $true' }
        @{ Name = 'ConfirmPreference'; Script = '$global:ConfirmPreference = "Low"' }
        @{ Name = 'Where-Object'; Script = 'function global:Where-Object { throw }; function global:Import-Module { throw }' }
    ) {
        $result = Invoke-PowerShell '-NonInteractive', '-Command', @"
            Import-Module '$ModulePath/Paperspace.psd1'
            $Script
            Microsoft.PowerShell.Core\Import-Module '$copy/Paperspace.psd1' -Force
            (Get-Module Paperspace).ModuleBase
"@
        $result.Lines | Should -Be $copy
    }

    It 'can be imported after the first was removed' {
        $result = Invoke-PowerShell '-Command', @"
            Import-Module '$ModulePath/Paperspace.psd1'
            Remove-Module Paperspace
            Import-Module '$copy/Paperspace.psd1'
            Connect-PsAccount -Simulator -MachineCount 1
            (Get-PsMachine | Format-List | Out-String) -match 'Region'
"@
        $result.Lines | Should -Be 'True'
    }

    It 'leaves #Requires to the loaded one' {
        Set-Content (Join-Path $TestDrive 'needs.ps1') "#Requires -Modules Paperspace`n(Get-Module Paperspace).ModuleBase"
        $result = Invoke-PowerShell '-Command', "Import-Module '$copy/Paperspace.psd1'; & '$TestDrive/needs.ps1'"
        $result.Lines | Should -Be $copy
    }

    It 'of another version is rejected in one sentence that says what to do' {
        $result = Invoke-PowerShell '-Command', @"
            Import-Module '$ModulePath/Paperspace.psd1'
            try { Import-Module '$newer/Paperspace.psd1' -Force -ErrorAction Stop } catch { "`$_" }
            Connect-PsAccount -Simulator -MachineCount 1
            @(Get-PsMachine).Count
"@
        $result.Lines | Should -HaveCount 2
        $result.Lines[0] | Should -BeLike "Paperspace *is already loaded from '*To use Paperspace 9.8.7, import it in a new PowerShell session."
        $result.Lines[1] | Should -Be '1'
    }
}

Describe 'The output of a pipeline' {
    It 'contains no command of <Variable> in a list' -ForEach @(
        @{ Variable = 'TF_BUILD'; Name = '##vso[task.setvariable variable=x]y' }
        @{ Variable = 'GITHUB_ACTIONS'; Name = '::set-output name=x::y' }
    ) {
        Connect-TestAccount
        $null = Add-TestMachine $Name
        $before = [Environment]::GetEnvironmentVariable($Variable)
        try {
            [Environment]::SetEnvironmentVariable($Variable, 'true')
            $shown = (Get-PsMachine | Format-List | Out-String -Width 300) + (Get-PsMachine | Out-String -Width 300)
        }
        finally {
            [Environment]::SetEnvironmentVariable($Variable, $before)
        }

        $shown | Should -Not -BeLike "*$([WildcardPattern]::Escape($Name))*"
        (Get-PsMachine).Name | Should -Be $Name
    }
}

Describe 'The help of <_.Name>' -ForEach (Get-Command -Module Paperspace) {
    It 'has a synopsis and a description' {
        $help = Get-Help $_.Name -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match '^\s*\w+-\w+ \['
        $help.Description | Should -Not -BeNullOrEmpty
    }

    It 'has at least two examples' {
        @((Get-Help $_.Name -Full).Examples.Example).Count | Should -BeGreaterOrEqual 2
    }
}

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

    It 'exports cmdlets and nothing else' {
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

    It 'finds its dependencies in a folder of its own' -Skip:($PSEdition -ne 'Core') {
        Connect-TestAccount -MachineCount 1
        $null = Get-PsMachine
        $client = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'RestSharp' }
        $client.Location | Should -BeLike "$ModulePath/lib/*/Dependencies/*"
    }
}

Describe 'The help of <_.Name>' -ForEach (Get-Command -Module Paperspace) {
    It 'has a synopsis and a description' {
        $help = Get-Help $_.Name -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match '^\s*\w+-\w+ \['
        $help.Description | Should -Not -BeNullOrEmpty
    }

    It 'has two examples or more' {
        @((Get-Help $_.Name -Full).Examples.Example).Count | Should -BeGreaterOrEqual 2
    }
}

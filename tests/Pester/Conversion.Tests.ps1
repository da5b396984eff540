BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'ConvertTo-Json' {
    BeforeEach { Connect-TestAccount -MachineCount 3 }

    It 'converts a machine that is read back with the same values' {
        $machine = (Get-PsMachine)[0]
        $copy = $machine | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        foreach ($name in 'Id', 'Name', 'State', 'Region', 'MachineType', 'Ram', 'Cpus', 'StorageTotal') { $copy.$name | Should -Be $machine.$name }
        ([DateTimeOffset] $copy.DtCreated).UtcDateTime | Should -Be $machine.DtCreated.UtcDateTime
        ($copy | Get-PsMachine).Id | Should -Be $machine.Id
    }

    It 'converts a list to a list' {
        $machines = Get-PsMachine
        $copies = ConvertTo-Json @($machines) -Depth 4 | ConvertFrom-Json
        $copies.Id | Should -Be $machines.Id
    }

    It 'converts the events of a machine' {
        $machine = 'gpu-1' | Add-TestMachine | Get-PsMachine
        $copy = $machine | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $copy.Events.Name | Should -Be $machine.Events.Name
    }

    It 'converts an account without its key' {
        Connect-PsAccount -ApiKey 'never-to-be-shown' -Name other -NotDefault
        Get-PsAccount | ConvertTo-Json -Depth 8 -WarningAction SilentlyContinue | Should -Not -Match 'never-to-be-shown'
        Disconnect-PsAccount other
    }
}

Describe 'Export-Clixml' {
    BeforeEach { Connect-TestAccount -MachineCount 3 }

    It 'keeps machines, which still select themselves' {
        $file = Join-Path $TestDrive 'machines.xml'
        $machines = Get-PsMachine
        $machines | Export-Clixml $file
        $copies = Import-Clixml $file
        $copies[0].PSObject.TypeNames | Should -Contain 'Deserialized.Paperspace.Machine'
        ($copies | Get-PsMachine).Id | Sort-Object | Should -Be ($machines.Id | Sort-Object)
        foreach ($name in 'Name', 'State', 'Ram') { $copies[0].$name | Should -Be $machines[0].$name }
    }
}

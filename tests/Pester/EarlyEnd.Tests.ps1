BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'A pipeline that ends early' {
    BeforeEach { Connect-TestAccount -MachineCount 5 }

    It 'gives as many as Select-Object -First takes, and the next command works' {
        (Get-PsMachine | Select-Object -First 2).Count | Should -Be 2
        Get-PsMachine | Select-Object -First 1 | Get-PsMachine | Should -HaveCount 1
        Get-PsMachine | Should -HaveCount 5
    }

    It 'gives the first that Select-Object -Skip leaves' {
        (Get-PsMachine | Select-Object -Skip 1 -First 1).Id | Should -Be (Get-PsMachine)[1].Id
    }

    It 'leaves a loop by break' {
        $seen = foreach ($once in 1) { Get-PsMachine | ForEach-Object { $_.Id; break } }
        $seen | Should -HaveCount 1
        Get-PsMachine | Should -HaveCount 5
    }

    It 'is caught where a later command throws' {
        { Get-PsMachine | ForEach-Object { throw 'enough' } } | Should -Throw 'enough'
        Get-PsMachine | Should -HaveCount 5
    }
}

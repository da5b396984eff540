BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    # A person presses Tab again where a busy machine had nothing to offer in its second; the list is asked for anew after a while.
    function Complete([string] $Line) {
        for ($try = 1; $try -le 240; $try++) {
            $offered = (TabExpansion2 $Line $Line.Length).CompletionMatches
            if ($offered) { return $offered }
            Start-Sleep -Milliseconds 250
        }
    }
}

Describe 'Views' {
    BeforeEach { Connect-TestAccount -MachineCount 5 }

    It 'show a table of machines that fits 100 columns' {
        $lines = (Get-PsMachine | Format-Table | Out-String -Width 100) -split '\r?\n'
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines -join "`n" | Should -Match 'NY2|CA1|AMS1'
    }

    It 'show utilization and availability' {
        Get-PsMachine | Get-PsMachineUtilization | Out-String | Should -Match '\$'
        Get-PsMachineAvailability NY2 | Out-String | Should -Match 'P4000'
    }
}

Describe 'Completion' {
    BeforeEach { Connect-TestAccount -MachineCount 5 }

    It 'offers regions, types, states and billing types' {
        (Complete 'New-PsMachine -Region ').CompletionText | Should -Be 'NY2', 'CA1', 'AMS1'
        (Complete 'New-PsMachine -MachineType P4').CompletionText | Should -Contain 'P4000'
        (Complete 'Get-PsMachine -State re').CompletionText | Should -Be 'restarting', 'ready'
        (Complete 'New-PsMachine -BillingType ').CompletionText | Should -Be 'hourly', 'monthly'
    }

    It 'offers the machines and templates of the account' {
        $machine = (Get-PsMachine)[0]
        (Complete 'Stop-PsMachine ').CompletionText | Should -Contain $machine.Name
        (Complete 'Get-PsMachine -Name ').ListItemText | Should -Contain $machine.Name
        (Complete 'New-PsMachine -TemplateId tkni').CompletionText | Should -Be 'tkni3aa4'
    }
}

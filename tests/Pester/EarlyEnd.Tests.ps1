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

Describe 'Changes under way when a pipeline ends early' {
    BeforeEach {
        Connect-TestAccount
        $settings = @{ Region = 'NY2'; MachineType = 'P4000'; Size = 50; BillingType = 'hourly'; TemplateId = 'tkni3aa4' }
    }

    It 'are told once each where Select-Object -First takes one (<Name>)' -ForEach @(
        @{ Name = 'as created'; Wait = @{} }
        @{ Name = 'with -Wait'; Wait = @{ Wait = $true } }
    ) {
        $given = 'a', 'b', 'c' | New-PsMachine @settings @Wait -WarningVariable warned -WarningAction SilentlyContinue | Select-Object -First 1
        "$warned" | Should -Match '^Interrupted\. Create machine was accepted'
        $told = @($given.Id) + @([regex]::Matches("$warned", 'ps\w+(?= \()').Value)
        $told | Sort-Object | Should -Be @((Get-PsMachine).Id | Sort-Object)
        @((Get-PsAccount -Diagnostic).UnreportedChanges).Id | Should -Not -Contain $given.Id
    }

    It 'are told where a later command ends with an error' {
        { 'a', 'b' | New-PsMachine @settings -WarningVariable warned -WarningAction SilentlyContinue | ForEach-Object { Write-Error 'enough' -ErrorAction Stop } } |
            Should -Throw 'enough'
        $kept = @((Get-PsAccount -Diagnostic).UnreportedChanges)
        @($kept.Id | Sort-Object) | Should -Be @((Get-PsMachine).Id | Sort-Object)
        $kept.Outcome | Should -Be 'Accepted', 'Accepted'
    }

    It 'are told where an earlier command throws' {
        { & { 'a'; 'b'; throw 'enough' } | New-PsMachine @settings -WarningAction SilentlyContinue } | Should -Throw 'enough'
        $ids = @((Get-PsAccount -Diagnostic).UnreportedChanges | Where-Object Id | ForEach-Object Id)
        @($ids | Sort-Object) | Should -Be @((Get-PsMachine).Id | Sort-Object)
    }

    It 'are told where an error ends the script, and the error comes last' {
        $ran = Invoke-TestScript "'a', 'b' | New-PsMachine -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 | Stop-PsMachine -ErrorAction Stop | Out-Null; Get-PsMachine | ForEach-Object { `$_.Id; 'psnone' } | Restart-PsMachine -ErrorAction Stop"
        $ran.ExitCode | Should -Be 1
        $ran.Text | Should -Match 'Interrupted by the error of psnone'
    }

    It 'run one after the other with -ThrottleLimit 1, so that -PipelineVariable holds' {
        'a', 'b', 'c' | New-PsMachine @settings -Wait | Out-Null
        $same = Get-PsMachine -PipelineVariable machine | Get-PsMachine -ThrottleLimit 1 | ForEach-Object { $machine.Id -eq $_.Id }
        $same | Should -Be $true, $true, $true
    }

    It 'need no answer with -Debug alone, where nobody can answer' {
        $ran = Invoke-TestScript 'Get-PsMachine -Debug 5>$null | Start-PsMachine -Timeout 5 -PassThru -Debug 5>$null | ForEach-Object State; ''after'''
        $ran.ExitCode | Should -Be 0
        $ran.Text | Should -Match 'after'
        $ran.Text | Should -Not -Match 'NonInteractive'
    }
}

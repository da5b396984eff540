BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Several runspaces and processes' {
    BeforeEach { Connect-TestAccount -MachineCount 4 }

    It 'share an account that is handed to ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $account = Get-PsAccount
        $ids = (Get-PsMachine).Id
        $names = $ids | ForEach-Object -Parallel {
            Import-Module (Join-Path $using:ModulePath Paperspace.psd1)
            (Get-PsMachine -MachineId $_ -Account $using:account).Name
        } -ThrottleLimit 4
        $names | Sort-Object | Should -Be ((Get-PsMachine).Name | Sort-Object)
    }

    It 'share an account with a thread job' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $account = Get-PsAccount
        $machines = Start-ThreadJob {
            Import-Module (Join-Path $using:ModulePath Paperspace.psd1)
            Get-PsMachine -Account $using:account
        } | Receive-Job -Wait -AutoRemoveJob
        $machines | Should -HaveCount 4
    }

    It 'connect again in a job of another process' {
        $machines = Start-Job {
            Import-Module (Join-Path $using:ModulePath Paperspace.psd1)
            Connect-PsAccount -Simulator -MachineCount 3
            Get-PsMachine
        } | Receive-Job -Wait -AutoRemoveJob
        $machines | Should -HaveCount 3
        $machines[0].PSObject.TypeNames | Should -Contain 'Deserialized.Paperspace.Machine'
    }

    It 'accept machines returned by a job' {
        $machine = Get-PsMachine | Select-Object -First 1
        $copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($machine))
        ($copy | Get-PsMachine).Id | Should -Be $machine.Id
    }
}

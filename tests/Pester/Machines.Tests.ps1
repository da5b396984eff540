BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Machines in the pipeline' {
    BeforeEach { Connect-TestAccount }

    It 'are created, listed, stopped, started and removed' {
        $created = 'gpu-1', 'gpu-2' | Add-TestMachine
        $created.State | Should -Be 'ready', 'ready'
        Get-PsMachine | Should -HaveCount 2
        Get-PsMachine | Stop-PsMachine -Wait | ForEach-Object State | Should -Be 'off', 'off'
        Get-PsMachine gpu-1 | Start-PsMachine -Wait | ForEach-Object State | Should -Be 'ready'
        Get-PsMachine | Remove-PsMachine -Confirm:$false -Wait
        Get-PsMachine | Should -BeNullOrEmpty
    }

    It 'are selected by ids, objects and rows of a table' {
        $machine = 'gpu-1' | Add-TestMachine
        $machine.Id | Get-PsMachine | ForEach-Object Name | Should -Be 'gpu-1'
        $machine | Get-PsMachine | ForEach-Object Name | Should -Be 'gpu-1'
        "MachineId,Note`n$($machine.Id),x" | ConvertFrom-Csv | Get-PsMachine | ForEach-Object Name | Should -Be 'gpu-1'
        "Id,Note`n$($machine.Id),x" | ConvertFrom-Csv | Get-PsMachine | ForEach-Object Name | Should -Be 'gpu-1'
    }

    It 'are created from a table' {
        $rows = @(
            'Name,Region,MachineType,Size,BillingType,TemplateId'
            'a,NY2,P4000,50,hourly,tkni3aa4'
            'b,CA1,P5000,100,monthly,tkni3aa4'
        ) | ConvertFrom-Csv
        $rows | New-PsMachine | Sort-Object Name | ForEach-Object Name | Should -Be 'a', 'b'
    }

    It 'are created from a template, for a user, and found by their network' {
        $template = Get-PsTemplate -Name '*Ubuntu 22*' | Select-Object -First 1
        $machine = Get-PsTemplate -Name '*Ubuntu 22*' | Select-Object -First 1 |
            New-PsMachine -Name x -Region NY2 -MachineType P4000 -Size 50 -User ada@example.com -Network 'New York' -Wait
        $machine.Name | Should -Be 'x'
        $template.Label | Should -Match 'Ubuntu 22'
        Get-PsUser -Email bob@example.com | Grant-PsMachineAccess -Machine $machine
        Get-PsNetwork 'New York' | Get-PsMachine | ForEach-Object Name | Should -Be 'x'
        { Get-PsTemplate t0nspur5 | New-PsMachine -Region NY2 -MachineType P4000 -Size 50 -ErrorAction Stop } | Should -Throw '*Name is missing*'
        Get-PsMachine | Should -HaveCount 1
    }

    It 'change nothing with -WhatIf' {
        $machine = 'gpu-1' | Add-TestMachine
        $machine | Stop-PsMachine -WhatIf
        $machine | Remove-PsMachine -WhatIf
        New-PsMachine gpu-2 -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -WhatIf
        (Get-PsMachine).State | Should -Be 'ready'
    }

    It 'end when Select-Object has enough' {
        Connect-TestAccount -MachineCount 3000
        $lines = Get-PsMachine -Verbose 4>&1 | Select-Object -First 5
        @($lines | Where-Object { $_ -is [Paperspace.Machine] }).Count | Should -BeLessOrEqual 5
        $account = Get-PsAccount
        $account.LastRequest.PathAndQuery | Should -Be '/machines/getMachines?limit=1000'
    }

    It 'survive CSV and JSON' {
        Connect-TestAccount -MachineCount 3
        $csv = Get-PsMachine | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $csv.Id | Should -Be (Get-PsMachine).Id
        $json = Get-PsMachine | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $json.Ram | Should -Be (Get-PsMachine).Ram
    }

    It 'are compared and sorted by value' {
        Connect-TestAccount -MachineCount 20
        $sorted = Get-PsMachine | Sort-Object RamGB -Descending
        $sorted[0].RamGB | Should -BeGreaterOrEqual $sorted[-1].RamGB
        Get-PsMachine | Where-Object IsRunning | ForEach-Object State | Sort-Object -Unique | Should -BeIn 'ready', 'serviceready'
        (Get-PsMachine)[0].AgeDays | Should -BeOfType [double]
    }
}

Describe 'Errors' {
    BeforeEach { Connect-TestAccount -MachineCount 2 }

    It 'name the machine, have an id, and do not stop the others' {
        $ids = (Get-PsMachine).Id
        $seen = $ids[0], 'psnone', $ids[1] | Get-PsMachine -ErrorVariable failures -ErrorAction SilentlyContinue
        $seen | Should -HaveCount 2
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'MachineNotFound,Paperspace.PowerShell.GetPsMachineCommand'
        $failures[0].TargetObject | Should -Be 'psnone'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'can be caught with -ErrorAction Stop' {
        { Stop-PsMachine psnone -ErrorAction Stop } | Should -Throw -ErrorId 'MachineNotFound,Paperspace.PowerShell.StopPsMachineCommand'
    }
}

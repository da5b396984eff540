BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'A transcript' {
    It 'contains output and errors' {
        $file = Join-Path $TestDrive 'transcript.txt'
        $result = Invoke-TestScript "
            `$null = Start-Transcript '$file'
            Get-PsMachine | Format-Table Name, State
            Get-PsMachine -MachineId psnosuch1
            Get-PsMachine | Stop-PsMachine -WhatIf
            `$null = Stop-Transcript
            (Get-PsMachine).Name"
        $result.ExitCode | Should -Be 0 -Because $result.Text
        $transcript = Get-Content $file -Raw
        foreach ($name in $result.Lines[-2..-1]) { $transcript | Should -Match ([regex]::Escape($name)) }
        $transcript | Should -Match "There is no machine 'psnosuch1'"
        @($transcript -split '\r?\n' -match '^What if: ').Count | Should -Be 2
    }

    It 'contains no key' {
        $file = Join-Path $TestDrive 'key.txt'
        $result = Invoke-TestScript "
            `$null = Start-Transcript '$file'
            `$key = 'never-' + 'to-be-' + 'shown'
            Connect-PsAccount -ApiKey `$key -BaseUri http://127.0.0.1:9 -MaximumRetryCount 0
            Get-PsAccount | Format-List *
            Get-PsMachine -Verbose -Debug:`$false
            `$null = Stop-Transcript"
        $result.ExitCode | Should -Be 0 -Because $result.Text
        Get-Content $file -Raw | Should -Match 'HostUnreachable|127\.0\.0\.1:9'
        Get-Content $file -Raw | Should -Not -Match 'never-to-be-shown'
    }
}

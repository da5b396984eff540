BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'The exit code of a script file' {
    It 'is <code> after: <script>' -ForEach @(
        @{ Script = '$null = Get-PsMachine'; Code = 0 }
        @{ Script = 'Get-PsMachine -MachineId psnosuch1; "went on"'; Code = 0 }
        @{ Script = 'Get-PsMachine -MachineId psnosuch1 -ErrorAction Stop'; Code = 1 }
        @{ Script = '$ErrorActionPreference = "Stop"; "psnosuch1" | Stop-PsMachine -Wait; "went on"'; Code = 1 }
        @{ Script = 'Get-PsMachine -MachineId psnosuch1 -ErrorAction SilentlyContinue; exit [int] (-not $?)'; Code = 1 }
        @{ Script = 'exit 7'; Code = 7 }
    ) {
        $result = Invoke-TestScript $script
        $result.ExitCode | Should -Be $code -Because $result.Text
        if ($script -match 'psnosuch1' -and $script -notmatch 'Silently') { $result.Text | Should -Match "There is no machine 'psnosuch1'" }
        if ($script -match 'Stop') { $result.Text | Should -Not -Match 'went on' }
    }
}

Describe 'The exit code of a command' {
    It 'is <code> after: <script>' -ForEach @(
        @{ Script = '$null = Get-PsMachine'; Code = 0 }
        @{ Script = 'Get-PsMachine -MachineId psnosuch1; 1'; Code = 0 }
        @{ Script = '1; Get-PsMachine -MachineId psnosuch1'; Code = 1 }
        @{ Script = 'Get-PsMachine -MachineId psnosuch1 -ErrorAction Stop; 1'; Code = 1 }
        @{ Script = 'exit 7'; Code = 7 }
    ) {
        $result = Invoke-PowerShell '-Command', (Get-TestScript $script)
        $result.ExitCode | Should -Be $code -Because $result.Text
    }
}

Describe 'A prompt in a host that cannot prompt' {
    It 'is an error that leaves the machines unchanged' {
        $result = Invoke-TestScript '
            try { Get-PsMachine | Remove-PsMachine } catch { "not removed: $($_.FullyQualifiedErrorId)" }
            (Get-PsMachine).Count'
        $result.Lines[-1] | Should -Be '2' -Because $result.Text
        $result.Text | Should -Match 'not removed: '
    }

    It 'is not shown with -Confirm:$false' {
        $result = Invoke-TestScript 'Get-PsMachine | Remove-PsMachine -Confirm:$false -Wait; @(Get-PsMachine).Count'
        $result.Lines | Should -Be '0'
        $result.ExitCode | Should -Be 0
    }

    It 'is not shown for a parameter: the error names it' {
        $result = Invoke-TestScript 'New-PsMachine gpu -Region NY2; "went on"'
        $result.Text | Should -Match 'MachineType'
        $result.Text | Should -Match 'Size'
    }

    It 'is not shown for the template, which has two parameters' {
        $result = Invoke-TestScript 'New-PsMachine gpu -Region NY2 -MachineType P4000 -Size 50; "went on"'
        $result.Text | Should -Match 'TemplateId'
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $repository = Split-Path (Split-Path $PSScriptRoot)

    # Returns the commands at the prompts of README.md, each with the lines below it.
    function Get-DocumentedCommand {
        $command = $null
        foreach ($line in Get-Content (Join-Path $repository 'README.md') -Encoding UTF8) {
            if ($line -match '^PS> (.*)') {
                if ($command) { $command }
                $command = [pscustomobject] @{ Text = $Matches[1]; Lines = @() }
            }
            elseif ($line -match '^```') {
                if ($command) { $command; $command = $null }
            }
            elseif ($command -and $line.Trim()) { $command.Lines += $line }
        }
    }

    # Returns a line without amounts and hours, which grow by the second, and without the widths of columns.
    function Get-Comparable {
        param([string] $Line)
        $words = foreach ($word in $Line.Trim() -split '\s+') {
            if ($word -match '^~?\$[\d,.]+$|^[\d,]+\.\d+$|^\d{3,}$') { '#' } elseif ($word -match '^-{2,}$') { '--' } else { $word }
        }
        $words -join ' '
    }

    # Returns the output of a command, and its errors as the prompt shows them.
    function Invoke-DocumentedCommand {
        param([string] $Text)
        # A prompt continues after an error.
        $ErrorActionPreference = 'Continue'
        $all = @(& ([scriptblock]::Create($Text)) 2>&1)
        @(($all | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] } | Out-String -Width 120) -split '\r?\n')
        $all | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { "$($_.InvocationInfo.MyCommand): $($_.Exception.Message)" }
    }
}

Describe 'The session of README.md' {
    It 'prints the documented output on V1' {
        $commands = @(Get-DocumentedCommand)
        $commands.Count | Should -BeGreaterThan 5
        foreach ($command in $commands) {
            $shown = @(Invoke-DocumentedCommand $command.Text | Where-Object { $_.Trim() } | ForEach-Object { Get-Comparable $_ })
            $shown.Count | Should -Be $command.Lines.Count -Because "of $($command.Text): $($shown -join "`n")"
            for ($i = 0; $i -lt $shown.Count; $i++) {
                # The page is 80 columns wide: a wider window shows more columns on the right.
                $expected = Get-Comparable $command.Lines[$i]
                $shown[$i].Substring(0, [math]::Min($expected.Length, $shown[$i].Length)) | Should -BeExactly $expected -Because "of $($command.Text)"
            }
        }
    }

    It 'prints the same tables on Core' {
        foreach ($command in Get-DocumentedCommand) {
            $shown = @(Invoke-DocumentedCommand ($command.Text -replace '^Connect-PsAccount -Simulator', '$& -ApiVersion Core') | Where-Object { $_.Trim() })
            # Core returns no addresses, whose row has a name in parentheses.
            $shown.Count | Should -Be @($command.Lines -notmatch '^\(').Count -Because "of $($command.Text): $($shown -join "`n")"
            if ($command.Lines) { Get-Comparable $shown[0] | Should -Match "^$([regex]::Escape((Get-Comparable $command.Lines[0])))" }
        }
    }
}

Describe 'The first command of README.md' {
    It 'prints the same on both APIs' {
        $result = Invoke-PowerShell '-File', (Join-Path $repository 'src/Paperspace.Shell/MainJob.ps1'), '-Module', (Join-Path $ModulePath 'Paperspace.psd1')
        $result.ExitCode | Should -Be 0 -Because $result.Text
        $typed = @($result.Lines | Where-Object { $_ -match '^PS> ' })
        $typed[1..5] | Should -Be $typed[7..11]
        $typed[0, 6] | Should -Be 'PS> Connect-PsAccount -Simulator -ApiVersion V1 -Speed 60', 'PS> Connect-PsAccount -Simulator -ApiVersion Core -Speed 60'
        @($result.Lines | Where-Object { $_ -match '^demo-[12] .*\bready\b' }).Count | Should -Be 8
        @($result.Lines | Where-Object { $_ -match '^demo-[12] .*\boff\b' }).Count | Should -Be 4
    }
}

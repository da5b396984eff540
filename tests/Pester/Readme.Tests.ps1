BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $repository = Split-Path (Split-Path $PSScriptRoot)

    # What is typed at each prompt of a document, with the lines that it shows, and the account that its section names.
    function Get-DocumentedCommand {
        param([string] $Document)
        $connect = 'Connect-PsAccount -Simulator -Speed 600 -MachineCount 6'
        $isSession = $false
        $command = $null
        foreach ($line in Get-Content (Join-Path $repository $Document) -Encoding UTF8) {
            if ($line -match '^#+ ') { $isNew = $true }
            if ($line -match '^```') {
                if ($command) { $command; $command = $null }
                $isSession = -not $isSession
            }
            elseif (-not $isSession) {
                if ($line -match '`(Connect-PsAccount -Simulator[^`]*)`') { $connect = $Matches[1] }
            }
            elseif ($line -match '^PS> (.*)') {
                if ($command) { $command }
                $command = [pscustomobject] @{ Text = $Matches[1]; Connect = if ($isNew) { $connect } else { $null }; Lines = @() }
                $isNew = $false
            }
            elseif ($command) { $command.Lines += $line }
        }
    }

    # The headings of the tables among these lines.
    function Get-Heading {
        param([string[]] $Lines)
        for ($i = 1; $i -lt $Lines.Count; $i++) {
            if ($Lines[$i] -match '^--[- ]*$') { $Lines[$i - 1].Trim() -replace '\s+', ' ' }
        }
    }

    # The command for an API: only what connects names it.
    function Get-CommandFor {
        param([string] $Text, [string] $Api)
        if ($Text -match '^Connect-PsAccount -Simulator' -and $Text -notmatch '-ApiVersion') { "$Text -ApiVersion $Api" } else { $Text }
    }
}

Describe 'The sessions of README.md on <_>' -ForEach 'Core', 'V1' {
    It 'run as they are written, and show what is written' {
        $commands = @(Get-DocumentedCommand README.md)
        $commands.Count | Should -BeGreaterThan 10
        $api = $_
        # As at a prompt, where a session goes on after an error.
        $ErrorActionPreference = 'Continue'
        foreach ($command in $commands) {
            if ($command.Connect) { & ([scriptblock]::Create((Get-CommandFor $command.Connect $api))) }
            $all = @(& ([scriptblock]::Create((Get-CommandFor $command.Text $api))) 2>&1)
            $errors = @($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
            $shown = @(($all | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] } | Out-String -Width 100) -split '\r?\n')
            $expected = @($command.Lines | Where-Object { $_ -match '^\w+-Ps\w+: ' })
            $errors.Count | Should -Be $expected.Count -Because "of $($command.Text): $errors"
            @(Get-Heading $shown) | Should -Be @(Get-Heading $command.Lines) -Because "of $($command.Text)"
        }
    }
}

Describe 'The session of docs/session-v1.md' {
    It 'is that of README.md, with the same tables' {
        $there = @(Get-DocumentedCommand docs/session-v1.md)
        $here = @(Get-DocumentedCommand README.md)[0..($there.Count - 1)]
        $there.Count | Should -BeGreaterThan 10
        $there.Text | Should -Be $here.Text
        foreach ($i in 0..($there.Count - 1)) { @(Get-Heading $there[$i].Lines) | Should -Be @(Get-Heading $here[$i].Lines) -Because $here[$i].Text }
    }
}

Describe 'The first command of README.md' {
    It 'shows the same on both APIs' {
        $result = Invoke-PowerShell '-File', (Join-Path $repository 'src/Paperspace.Shell/MainJob.ps1'), '-Module', (Join-Path $ModulePath 'Paperspace.psd1')
        $result.ExitCode | Should -Be 0 -Because $result.Text
        $typed = @($result.Lines | Where-Object { $_ -match '^PS> ' })
        $typed[1..4] | Should -Be $typed[6..9]
        $typed[0, 5] | Should -Be 'PS> Connect-PsAccount -Simulator -ApiVersion Core -Speed 60', 'PS> Connect-PsAccount -Simulator -ApiVersion V1 -Speed 60'
        @($result.Lines | Where-Object { $_ -match '^render-[12] .*\bready\b' }).Count | Should -Be 4
        @($result.Lines | Where-Object { $_ -match '^render-[12] .*\boff\b' }).Count | Should -Be 4
    }
}

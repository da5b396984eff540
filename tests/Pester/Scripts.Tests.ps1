BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'New-PsScript' {
    BeforeEach {
        Connect-TestAccount
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item $folder -ItemType Directory
        $file = Join-Path $folder 'boot.sh'
        [IO.File]::WriteAllText($file, "#!/bin/bash`n`necho h$([char] 0xe9)`n")
    }

    It 'accepts the lines of Get-Content as one script' {
        (Get-Content $file -Encoding UTF8 | New-PsScript lines).Name | Should -Be 'lines'
        (Get-PsScript lines -IncludeText).Text | Should -Be "#!/bin/bash`n`necho h$([char] 0xe9)"
    }

    It 'accepts a whole file unchanged' {
        $null = Get-Content $file -Raw -Encoding UTF8 | New-PsScript -Name whole
        (Get-PsScript whole -IncludeText).Text | Should -Be "#!/bin/bash`n`necho h$([char] 0xe9)`n"
    }

    It 'accepts the files of Get-ChildItem, named after the file or by a script block' {
        Set-Content (Join-Path $folder 'second.sh') 'echo 2'
        Get-ChildItem $folder | New-PsScript | Out-Null
        Get-ChildItem $folder -Filter b* | New-PsScript -Name { "x-$($_.BaseName)" } | Out-Null
        (Get-PsScript).Name | Sort-Object | Should -Be 'boot', 'second', 'x-boot'
        (Get-PsScript second -IncludeText).Text.Trim() | Should -Be 'echo 2'
    }

    It 'finds files from the current location, with wildcards and without' {
        Push-Location $folder
        try {
            (New-PsScript -Path *.sh).Name | Should -Be 'boot'
            (New-PsScript -LiteralPath boot.sh -Name literal).Name | Should -Be 'literal'
        }
        finally { Pop-Location }
        (Get-PsScript literal -IncludeText).Text | Should -Be (Get-PsScript boot -IncludeText).Text
    }

    It 'reports an empty pipeline' {
        $empty = Join-Path $folder 'empty.sh'
        [IO.File]::WriteAllText($empty, '')
        Get-Content $empty | New-PsScript empty -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -Match '^InvalidRequest,'
        Get-PsScript | Should -BeNullOrEmpty
    }
}

Describe 'New-PsSnapshot' {
    It 'saves several machines, with a name for each' {
        Connect-PsAccount -Simulator -ApiVersion V1 -Speed 600 -MachineCount 3
        $snapshots = Get-PsMachine | New-PsSnapshot -Name { "before-$($_.Name)" } -Wait
        $snapshots.Name | Sort-Object | Should -Be ((Get-PsMachine).Name | ForEach-Object { "before-$_" } | Sort-Object)
        $snapshots.State | Should -Be 'done', 'done', 'done'
        (Get-PsMachine | Get-PsSnapshot before-*).Count | Should -Be 3
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # Runs a script in a PowerShell whose writes fail as on a full disk: its files cannot grow beyond some KB.
    function Invoke-WithFullDisk {
        param([string] $Script)
        $file = Join-Path $TestDrive 'full.ps1'
        Set-Content $file $Script
        $program = (Get-Process -Id $PID).Path
        $arguments = @('-NoProfile', '-NonInteractive', '-File', $file)
        if ((Split-Path $program -Leaf) -match '^dotnet') { $arguments = @(Join-Path $PSHOME 'pwsh.dll') + $arguments }
        # The runtime maps its own code through a file that is larger.
        $before = $env:DOTNET_EnableWriteXorExecute
        $env:DOTNET_EnableWriteXorExecute = '0'
        try { & sh -c 'trap "" XFSZ; ulimit -f 8; exec "$@"' sh $program @arguments 2>&1 | ForEach-Object { "$_" } }
        finally { $env:DOTNET_EnableWriteXorExecute = $before }
    }
}

Describe 'A full disk' {
    It 'leaves the file of yesterday as it was, and says so: <Command>' -ForEach @(
        @{ Command = 'Export-PsMachineReport'; Name = 'report.html' }
        @{ Command = 'Export-PsMachineReport'; Name = 'report.csv' }
        @{ Command = 'Export-PsSshConfig'; Name = 'config' }
    ) {
        if (-not ($IsLinux -or $IsMacOS)) { Set-ItResult -Skipped -Because 'Windows has no limit for the files of a process'; return }
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $file = Join-Path (New-Item $folder -ItemType Directory) $Name
        Set-Content $file 'Host yesterday'
        $before = Get-Content $file -Raw
        $shown = Invoke-WithFullDisk @"
Import-Module '$ModulePath/Paperspace.psd1'
Connect-PsAccount -Simulator -Speed 600 -MachineCount 200
try { $Command '$file' -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }
"@
        "$shown" | Should -Match 'FileNotWritten,'
        "$shown" | Should -Match 'larger than the file system|No space|File too large'
        Get-Content $file -Raw | Should -BeExactly $before
        (Get-ChildItem $folder -Force).Name | Should -Be $Name
    }
}

using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

public class ReloadTests
{
    private const string Use = "Connect-PsAccount -Simulator -MachineCount 3; @(Get-PsMachine).Count\n";

    [Fact]
    public async Task It_works_after_each_forced_import()
    {
        const string Import = "Import-Module $env:PaperspaceModule -Force\n";
        Assert.Equal(["3", "3", "3"], await Engine.RunAsync(Import + Use + Import + Use + Import + Use));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Use)]
    public async Task It_works_when_it_is_removed_and_imported_again(string beforeRemoval)
    {
        const string Import = "Import-Module $env:PaperspaceModule\n";
        const string Remove = "Remove-Module Paperspace; @(Get-Command Connect-PsAccount -ErrorAction Ignore).Count\n";
        var lines = await Engine.RunAsync(Import + beforeRemoval + Remove + Import + Use);
        Assert.Equal(["0", "3"], lines[^2..]);
    }

    [Fact]
    public async Task A_removal_in_one_runspace_leaves_it_working_in_the_others()
    {
        var lines = await Engine.RunAsync("""
            Import-Module $env:PaperspaceModule
            $other = [powershell]::Create([initialsessionstate]::CreateDefault2())
            $other.AddScript('Import-Module $env:PaperspaceModule; Remove-Module Paperspace').Invoke()
            $other.HadErrors
            $other.Dispose()
            """ + "\n" + Use);
        Assert.Equal(["False", "3"], lines);
    }

    [Fact]
    public async Task Ten_runspaces_at_once_have_an_account_each()
    {
        var lines = await Engine.RunAsync("""
            $work = foreach ($count in 1..10) {
                $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
                [void] $shell.AddScript({
                    param($Count)
                    $ErrorActionPreference = 'Stop'
                    Import-Module $env:PaperspaceModule
                    Connect-PsAccount -Simulator -MachineCount $Count
                    @(Get-PsMachine).Count
                }).AddArgument($count)
                @{ Shell = $shell; Result = $shell.BeginInvoke() }
            }
            foreach ($each in $work) {
                $each.Shell.EndInvoke($each.Result)
                $each.Shell.Dispose()
            }
            """);
        Assert.Equal(Enumerable.Range(1, 10).Select(count => $"{count}"), lines);
    }
}

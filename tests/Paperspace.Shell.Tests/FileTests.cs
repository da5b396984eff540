using Paperspace.Shell.Tests.Support;

namespace Paperspace.Shell.Tests;

public class FileTests
{
    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit 5", 5)]
    [InlineData("& { exit 6 }", 6)]
    [InlineData("Get-Command nosuch", 0)]
    [InlineData("throw 'boo'", 1)]
    [InlineData("if (", 1)]
    public async Task A_file_ends_with_its_code(string script, int exitCode)
    {
        var outcome = await ShellProcess.RunFileAsync(script);
        Assert.Equal(exitCode, outcome.ExitCode);
    }

    [Fact]
    public async Task Arguments_are_bound_as_on_a_command_line()
    {
        var outcome = await ShellProcess.RunFileAsync(
            "param($Name, [switch]$On, [switch]$Off, $Count) $Name; $On.IsPresent; $Off.IsPresent; $Count; $args",
            "-Name", "a b", "-On", "-Count:3", "-5", "rest");
        Assert.Equal(["a b", "True", "False", "3", "-5", "rest"], outcome.Lines);
    }

    [Fact]
    public async Task A_file_knows_where_it_is_and_its_errors_say_the_line()
    {
        var outcome = await ShellProcess.RunFileAsync("[IO.File]::Exists($PSScriptRoot + '/script.ps1')\nthrow 'boo'");
        Assert.Equal(["True"], outcome.Lines);
        Assert.Contains("script.ps1:2", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("boo", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_a_wrong_use()
    {
        var outcome = await ShellProcess.RunAsync("-File", "nosuch.ps1");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("nosuch.ps1", outcome.Error, StringComparison.Ordinal);
    }
}

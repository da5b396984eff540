using Paperspace.Shell.Tests.Support;

namespace Paperspace.Shell.Tests;

public class CommandTests
{
    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("Get-Command nosuch; 1", 0)]
    [InlineData("1; Get-Command nosuch", 1)]
    [InlineData("throw 'boo'", 1)]
    [InlineData("1 1", 1)]
    [InlineData("if (", 1)]
    public async Task A_command_ends_with_its_code(string script, int exitCode)
    {
        var outcome = await ShellProcess.RunAsync("-Command", script);
        Assert.Equal(exitCode, outcome.ExitCode);
    }

    [Fact]
    public async Task Standard_output_has_the_results_and_standard_error_the_rest()
    {
        var outcome = await ShellProcess.RunAsync("-Command", "'a result'; Get-Command nosuch; $Host.UI.WriteWarningLine('take care'); 'another'");

        Assert.Equal(["a result", "another"], outcome.Lines);
        Assert.Contains("Get-Command: The term 'nosuch' is not recognized", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("WARNING: take care" + Environment.NewLine, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'boo'", "Exception: boo")]
    [InlineData("if (", "Missing condition in if statement")]
    public async Task What_ends_a_command_is_on_standard_error_in_plain_text(string script, string message)
    {
        var outcome = await ShellProcess.RunAsync("-Command", script);

        Assert.Empty(outcome.Output);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\x1b', outcome.Error);
    }

    [Fact]
    public async Task A_command_can_come_from_standard_input()
    {
        var outcome = await ShellProcess.RunWithInputAsync("foreach ($i in 1..2) {\n  $i\n}\nexit 3\n", "-Command", "-");
        Assert.Equal(["1", "2"], outcome.Lines);
        Assert.Equal(3, outcome.ExitCode);
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_is_an_error()
    {
        var outcome = await ShellProcess.RunAsync("-Command", "$Host.UI.ReadLine()");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("standard input is not a terminal", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_a_long_wait()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Only a console window can send Ctrl+C there.");
        using var shell = ShellProcess.Start(
            "-Command",
            "Connect-PsAccount -Simulator -Speed 0.01; 'waiting'; "
            + "New-PsMachine slow -Region NY2 -MachineType C5 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Wait");
        Assert.Equal("waiting", await shell.ReadLineAsync());
        await shell.InterruptAsync();

        Assert.Equal(130, (await shell.EndAsync()).ExitCode);
    }
}

using Paperspace.Shell.Tests.Support;

namespace Paperspace.Shell.Tests;

public class StartTests
{
    [Fact]
    public async Task Without_arguments_it_shows_the_main_job_and_ends()
    {
        var outcome = await ShellProcess.RunAsync();

        Assert.Empty(outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(MainJob.Commands, outcome.Lines.Where(line => line.StartsWith("PS> ", StringComparison.Ordinal)).Select(line => line[4..]));
        Assert.Contains(outcome.Lines, line => IsRow(line, "render-1", "ready"));
        Assert.Contains(outcome.Lines, line => IsRow(line, "render-2", "ready"));
        Assert.Contains(outcome.Lines, line => IsRow(line, "render-1", "off"));
        Assert.Equal("0", outcome.Lines[^1]);
    }

    [Fact]
    public async Task The_prompt_takes_commands_from_a_pipe_until_exit()
    {
        var outcome = await ShellProcess.RunWithInputAsync("1 +\n1\nthrow 'boo'\nexit 4\n'never'\n", "-NoDemo");
        Assert.Equal(["2"], outcome.Lines);
        Assert.Equal(4, outcome.ExitCode);
    }

    [Fact]
    public async Task Help_tells_the_options()
    {
        var outcome = await ShellProcess.RunAsync("--help");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("-Command TEXT", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Bogus")]
    [InlineData("-Command")]
    [InlineData("-NoDemo", "-Command")]
    public void A_wrong_option_is_refused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => ShellArguments.Parse(arguments));

    private static bool IsRow(string line, string name, string state) =>
        line.StartsWith(name, StringComparison.Ordinal) && line.Split(' ').Contains(state);
}

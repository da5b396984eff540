using System.Management.Automation;

namespace Paperspace.Shell.Tests.LineEditor;

public class CompletionCycleTests
{
    [Fact]
    public void It_goes_round_in_both_directions_and_keeps_what_is_around()
    {
        var line = new LineBuffer();
        var cycle = new CompletionCycle("x -Re N", new CommandCompletion([Result("-Region"), Result("-Restart")], -1, 2, 3));

        cycle.Apply(line, forward: true);
        Assert.Equal("x -Region N", line.Text);
        Assert.Equal("x -Region".Length, line.Cursor);
        Assert.Equal("1/2  about -Region", cycle.Hint);

        cycle.Apply(line, forward: true);
        Assert.Equal("x -Restart N", line.Text);
        cycle.Apply(line, forward: true);
        Assert.Equal("x -Region N", line.Text);
        cycle.Apply(line, forward: false);
        Assert.Equal("x -Restart N", line.Text);
    }

    private static CompletionResult Result(string text) => new(text, text, CompletionResultType.ParameterName, $"about\n  {text}");
}

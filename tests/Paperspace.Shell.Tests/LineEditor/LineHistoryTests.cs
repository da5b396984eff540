namespace Paperspace.Shell.Tests.LineEditor;

public class LineHistoryTests
{
    private readonly LineHistory _history = new();

    [Fact]
    public void The_way_back_ends_at_what_was_being_typed()
    {
        _history.Add("one");
        _history.Add("two");
        Assert.Equal("two", _history.Older("draft"));
        Assert.Equal("one", _history.Older("two"));
        Assert.Equal("one", _history.Older("one"));
        Assert.Equal("two", _history.Newer("one"));
        Assert.Equal("draft", _history.Newer("two"));
        Assert.Equal("draft", _history.Newer("draft"));
    }

    [Fact]
    public void Repetitions_and_blank_lines_are_not_kept()
    {
        _history.Add("one");
        _history.Add("one");
        _history.Add(" ");
        Assert.Equal("one", _history.Older(""));
        Assert.Equal("one", _history.Older("one"));
        Assert.Equal("", _history.Newer("one"));
    }

    [Fact]
    public void Without_lines_the_current_one_stays()
    {
        Assert.Equal("draft", _history.Older("draft"));
        Assert.Equal("draft", _history.Newer("draft"));
    }
}

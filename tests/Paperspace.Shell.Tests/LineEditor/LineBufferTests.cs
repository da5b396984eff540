namespace Paperspace.Shell.Tests.LineEditor;

public class LineBufferTests
{
    private readonly LineBuffer _line = new();

    [Fact]
    public void What_is_typed_goes_to_the_cursor()
    {
        Type("Get-PsMachin");
        _line.Home();
        Type("<");
        _line.End();
        Type("e");
        Assert.Equal("<Get-PsMachine", _line.Text);
        Assert.Equal(_line.Text.Length, _line.Cursor);
    }

    [Fact]
    public void Characters_are_taken_away_on_both_sides_of_the_cursor()
    {
        Type("abcd");
        _line.Left();
        _line.Backspace();
        Assert.Equal("abd", _line.Text);
        _line.Delete();
        Assert.Equal("ab", _line.Text);
    }

    [Fact]
    public void Nothing_happens_beyond_the_ends()
    {
        _line.Backspace();
        _line.Delete();
        _line.Left();
        _line.Right();
        Assert.Equal("", _line.Text);
        Assert.Equal(0, _line.Cursor);
    }

    [Fact]
    public void A_character_of_two_units_is_one_step()
    {
        Type("a😀b");
        _line.Left();
        _line.Left();
        Assert.Equal(1, _line.Cursor);
        _line.Right();
        Assert.Equal(3, _line.Cursor);
        _line.Backspace();
        Assert.Equal("ab", _line.Text);
    }

    private void Type(string text)
    {
        foreach (var character in text) _line.Insert(character);
    }
}

namespace Paperspace.Shell;

/// <summary>A line of text with a cursor in it.</summary>
internal sealed class LineBuffer
{
    /// <summary>The line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many characters are before the cursor.</summary>
    public int Cursor { get; private set; }

    /// <summary>Replaces the whole line, and goes to its end.</summary>
    public void Set(string text) => Set(text, text.Length);

    /// <summary>Replaces the whole line.</summary>
    public void Set(string text, int cursor)
    {
        Text = text;
        Cursor = cursor;
    }

    /// <summary>Types a character.</summary>
    public void Insert(char character) => Set(Text.Insert(Cursor, character.ToString()), Cursor + 1);

    /// <summary>Goes one character to the left.</summary>
    public void Left() => Cursor -= LengthBefore();

    /// <summary>Goes one character to the right.</summary>
    public void Right() => Cursor += LengthAfter();

    /// <summary>Goes before the first character.</summary>
    public void Home() => Cursor = 0;

    /// <summary>Goes behind the last character.</summary>
    public void End() => Cursor = Text.Length;

    /// <summary>Takes the character before the cursor away.</summary>
    public void Backspace()
    {
        var length = LengthBefore();
        Set(Text.Remove(Cursor - length, length), Cursor - length);
    }

    /// <summary>Takes the character at the cursor away.</summary>
    public void Delete() => Text = Text.Remove(Cursor, LengthAfter());

    private int LengthBefore() => Cursor switch
    {
        0 => 0,
        > 1 when char.IsSurrogatePair(Text, Cursor - 2) => 2,
        _ => 1,
    };

    private int LengthAfter()
    {
        if (Cursor == Text.Length) return 0;
        return char.IsHighSurrogate(Text[Cursor]) && Cursor + 1 < Text.Length ? 2 : 1;
    }
}

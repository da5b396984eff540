namespace Paperspace.PowerShell;

/// <summary>Measures, shortens and pads text by the cells that it takes in a terminal: East Asian characters take two.</summary>
internal static class CellText
{
    private const char Ellipsis = '\u2026';

    /// <summary>Returns the text padded to a width, or with an ellipsis in place of the part that exceeds another.</summary>
    public static string Fit(string text, int padding, int maximum)
    {
        var cells = Measure(text);
        if (cells > maximum) (text, cells) = Shorten(text, maximum);
        return cells < padding ? text + new string(' ', padding - cells) : text;
    }

    /// <summary>Returns the number of cells that a text takes.</summary>
    public static int Measure(string text)
    {
        var cells = 0;
        foreach (var c in text) cells += Measure(c);
        return cells;
    }

    private static (string Text, int Cells) Shorten(string text, int maximum)
    {
        var (length, cells) = (0, 0);
        while (cells + Measure(text[length]) < maximum) cells += Measure(text[length++]);
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) cells -= Measure(text[--length]);
        return (text.Substring(0, length) + Ellipsis, cells + 1);
    }

    // The ranges that PowerShell counts as two cells; each half of a surrogate pair counts as one.
    private static int Measure(char c) =>
        c < '\u1100' || c is not (<= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
            or >= '\uFE10' and <= '\uFE19' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6')
            ? 1
            : 2;
}

using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;

namespace Paperspace.Shell;

/// <summary>A line that is being edited, as it stands on the terminal, over several rows where it is long.</summary>
internal sealed class LineView(Terminal terminal, string prompt)
{
    private const string EraseBelow = "\r\x1b[J";
    private const string EraseScreen = "\x1b[H\x1b[2J";

    private readonly int _promptWidth = new StringDecorated(prompt).ContentLength;
    private int _row;

    /// <summary>Draws the line in place of what was drawn before.</summary>
    /// <param name="line">The line.</param>
    /// <param name="hint">What is said below it.</param>
    public void Draw(LineBuffer line, string hint = "")
    {
        var width = Terminal.Width;
        var drawing = new StringBuilder();
        Up(drawing, _row);
        drawing.Append(EraseBelow).Append(prompt).Append(line.Text);

        var (last, column) = Math.DivRem(_promptWidth + line.Text.Length, width);
        // A terminal goes to the next row only with the next character.
        if (column == 0 && last > 0) drawing.Append("\r\n");
        if (hint.Length > 0)
        {
            drawing.Append("\r\n").Append(Dim(hint[..Math.Min(hint.Length, width - 1)]));
            last++;
        }

        (_row, column) = Math.DivRem(_promptWidth + line.Cursor, width);
        Up(drawing, last - _row);
        drawing.Append('\r');
        if (column > 0) drawing.Append("\x1b[").Append(column).Append('C');
        terminal.Control(drawing.ToString());
    }

    /// <summary>Leaves the line as it is, and goes below it.</summary>
    public void End(LineBuffer line, string mark = "")
    {
        line.End();
        Draw(line);
        terminal.Control(mark + Environment.NewLine);
    }

    /// <summary>Draws the line alone on the screen.</summary>
    public void DrawAtTop(LineBuffer line)
    {
        terminal.Control(EraseScreen);
        _row = 0;
        Draw(line);
    }

    private string Dim(string text) => terminal.IsColoured ? PSStyle.Instance.Dim + text + PSStyle.Instance.Reset : text;

    private static void Up(StringBuilder drawing, int rows)
    {
        if (rows > 0) drawing.Append("\x1b[").Append(rows).Append('A');
    }
}

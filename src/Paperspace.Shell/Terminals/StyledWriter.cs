using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Paperspace.Shell;

/// <summary>One of the two output streams, with colours only where they can be seen.</summary>
/// <param name="writer">The stream.</param>
/// <param name="isTerminal">Whether it ends at a terminal that understands escape sequences.</param>
/// <param name="isColoured">Whether colours are wanted there.</param>
internal sealed class StyledWriter(TextWriter writer, bool isTerminal, bool isColoured)
{
    /// <summary>Whether it ends at a terminal that understands escape sequences.</summary>
    public bool IsTerminal => isTerminal;

    /// <summary>Whether colours are shown.</summary>
    public bool IsColoured => isTerminal && isColoured;

    /// <summary>Writes text that may hold colours.</summary>
    public void Write(string text) => writer.Write(IsColoured ? text : Plain(text));

    /// <summary>Writes escape sequences that move or erase; nothing where there is no terminal.</summary>
    public void Control(string sequence)
    {
        if (isTerminal) writer.Write(sequence);
    }

    private static string Plain(string text) => new StringDecorated(text).ToString(OutputRendering.PlainText);
}

namespace Paperspace.Shell;

/// <summary>Reads lines where they cannot be edited: from a file, a pipe or a terminal that understands no escape sequences.</summary>
internal sealed class PlainLineReader(Terminal terminal) : ILineReader
{
    /// <inheritdoc/>
    public string? Read(string prompt)
    {
        if (terminal.IsInteractive) terminal.Ask(prompt);
        return Console.In.ReadLine();
    }
}

namespace Paperspace.PowerShell;

/// <summary>Holds how a script on a machine ended.</summary>
internal sealed class RemoteResult
{
    /// <summary>Gets whether the script has begun: the connection was made, and the user logged in.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Gets the exit code of the command; null if the connection ended before it.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Gets the exit code of ssh.</summary>
    public int SshExitCode { get; init; }

    /// <summary>Gets whether the command was ended because its time was over.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>Gets whether a process of the command still held the connection open after it, and the connection was closed.</summary>
    public bool HasLeftProcess { get; init; }

    /// <summary>Gets the last lines that ssh itself wrote, or that were written before the script began.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Gets what the script told, other than output.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Returns what follows a word that the script told; null if it did not.</summary>
    public string? FindNote(string word) => Notes.FirstOrDefault(note => note == word) is not null
        ? ""
        : Notes.FirstOrDefault(note => note.StartsWith(word + " ", StringComparison.Ordinal))?.Substring(word.Length + 1);
}

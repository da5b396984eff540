namespace Paperspace.Shell;

/// <summary>Reads what a person, or a file in a person's place, has to say.</summary>
internal interface ILineReader
{
    /// <summary>Reads a line.</summary>
    /// <param name="prompt">What is shown before it.</param>
    /// <returns>The line; null at the end of the input.</returns>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl+C.</exception>
    string? Read(string prompt);
}

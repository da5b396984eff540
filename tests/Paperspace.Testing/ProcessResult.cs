namespace Paperspace.Testing;

/// <summary>Holds what a process left behind.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">The text of its standard output.</param>
/// <param name="Error">The text of its standard error.</param>
public sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Gets the lines of standard output that are not empty.</summary>
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}

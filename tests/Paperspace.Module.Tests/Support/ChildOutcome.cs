namespace Paperspace.Module.Tests.Support;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">The code that it ended with.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ChildOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of standard output that say something.</summary>
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}

using System.Management.Automation;

namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>Completes lines as the engine does when Tab is pressed at their end.</summary>
internal static class Tab
{
    /// <summary>Returns what is offered.</summary>
    public static IReadOnlyList<CompletionResult> Complete(Session session, string line)
    {
        using var shell = session.Start("");
        shell.Commands.Clear();
        return CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches;
    }
}

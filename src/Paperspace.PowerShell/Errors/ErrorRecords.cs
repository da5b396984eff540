using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>The one place where a failure becomes an error record.</summary>
internal static class ErrorRecords
{
    /// <summary>The record: the reason is its id, and the message and the advice are what a person reads.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">What it concerns.</param>
    public static ErrorRecord From(PaperspaceException failure, object? target)
    {
        var guide = ErrorDescriptor.For(failure.Reason);
        return new ErrorRecord(failure, failure.Reason.ToString(), guide.Category, target)
        {
            ErrorDetails = new ErrorDetails(TerminalText.SanitizeLines(failure.Message)) { RecommendedAction = guide.Advice },
        };
    }
}

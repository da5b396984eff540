using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Turns failures into error records, in one place.</summary>
internal static class ErrorRecords
{
    /// <summary>Returns the record: the reason is its id, and the message and the advice are what a person reads.</summary>
    public static ErrorRecord From(PaperspaceException failure, object? target)
    {
        var descriptor = ErrorDescriptor.For(failure.Reason);
        return new ErrorRecord(failure, failure.Reason.ToString(), descriptor.Category, target)
        {
            ErrorDetails = new ErrorDetails(TerminalText.SanitizeLines(failure.Message)) { RecommendedAction = descriptor.Advice },
        };
    }
}

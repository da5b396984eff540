using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Turns failures into error records, in one place.</summary>
internal static class ErrorRecords
{
    /// <summary>Returns the record: the reason is its id, and the message and the advice are what a person reads.</summary>
    public static ErrorRecord From(PaperspaceException failure, object? target)
    {
        var descriptor = ErrorDescriptor.For(failure);
        // Only a response that is not the API's makes the host suspect.
        var advice = failure is { Reason: PaperspaceErrorReason.NotFound, IsNonApiResponse: true }
            ? "Check the host of the API with Get-PsAccount."
            : descriptor.Advice;
        if (failure.Message.Contains(advice)) advice = "";
        return new ErrorRecord(failure, failure.Reason.ToString(), descriptor.Category, target)
        {
            ErrorDetails = new ErrorDetails(TerminalText.SanitizeLines(failure.Message)) { RecommendedAction = advice },
        };
    }
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Carries the error or warning that ends the command, because the caller's preference is Stop: it is written last, once
/// everything in flight is reported.</summary>
internal sealed class TerminatingMessageException : Exception
{
    public TerminatingMessageException(ErrorRecord error)
        : base(error.TargetObject is { } target ? $"{target}: {error}" : error.ToString())
    {
        Error = error;
    }

    public TerminatingMessageException(string warning)
        : base(warning)
    {
    }

    /// <summary>Gets the error; null for a warning.</summary>
    public ErrorRecord? Error { get; }

    /// <summary>Gets or sets the change that the message reports; null for none.</summary>
    public PendingChange? Change { get; set; }

    public TerminatingMessageException With(string addition)
    {
        if (Error is null) return new TerminatingMessageException($"{Message} {addition}");
        var details = new ErrorDetails($"{Error} {addition}") { RecommendedAction = Error.ErrorDetails?.RecommendedAction };
        Error.ErrorDetails = details;
        return this;
    }
}

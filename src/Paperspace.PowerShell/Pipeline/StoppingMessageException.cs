using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Carries the error or warning that will end the command, because the caller's preference is Stop: it is written last, once
/// everything that is under way was told.</summary>
internal sealed class StoppingMessageException : Exception
{
    /// <summary>Creates the exception for an error.</summary>
    public StoppingMessageException(ErrorRecord error)
        : base(error.TargetObject is { } target ? $"{target}: {error}" : error.ToString())
    {
        Error = error;
    }

    /// <summary>Creates the exception for a warning.</summary>
    public StoppingMessageException(string warning)
        : base(warning)
    {
    }

    /// <summary>Gets the error; null for a warning.</summary>
    public ErrorRecord? Error { get; }

    /// <summary>Gets or sets the change that the message tells of; null for none.</summary>
    public PendingChange? Change { get; set; }

    /// <summary>Returns the exception with a further text.</summary>
    public StoppingMessageException With(string addition)
    {
        if (Error is null) return new StoppingMessageException($"{Message} {addition}");
        var details = new ErrorDetails($"{Error} {addition}") { RecommendedAction = Error.ErrorDetails?.RecommendedAction };
        Error.ErrorDetails = details;
        return this;
    }
}

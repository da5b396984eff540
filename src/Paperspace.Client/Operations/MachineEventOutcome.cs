namespace Paperspace.Client;

/// <summary>Specifies the outcome of a machine's event.</summary>
internal enum MachineEventOutcome
{
    Pending,
    Succeeded,
    Failed,
    Cancelled,

    /// <summary>
    /// The event ended without a clear outcome, such as an error without a message, which the APIs also report for
    /// successful actions. The state of the resource decides.
    /// </summary>
    Inconclusive,
}

namespace Paperspace.Client;

/// <summary>Specifies what a machine's event says about its action.</summary>
internal enum MachineEventOutcome
{
    Pending,
    Succeeded,
    Failed,
    Cancelled,

    /// <summary>It ended without saying how, such as an error without a message, which the APIs also report for what worked: the
    /// resource decides.</summary>
    Inconclusive,
}

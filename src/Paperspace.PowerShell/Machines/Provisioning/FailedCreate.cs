namespace Paperspace.PowerShell;

/// <summary>Adds to the failure of a new machine that the machine remains, since its disk is billed.</summary>
internal static class FailedCreate
{
    /// <summary>Returns the failure; with a sentence about the machine if it was created, but its start failed.</summary>
    public static PaperspaceException Describe(PaperspaceException failure) =>
        failure is
        {
            Machine: { } machine,
            Reason: PaperspaceErrorReason.MachineActionFailed
                or PaperspaceErrorReason.MachineActionCancelled
                or PaperspaceErrorReason.InsufficientCapacity,
        }
            ? failure.WithMessage(
                $"{failure.Message} {TerminalText.Sanitize(machine.Name ?? machine.Id)} remains, {TerminalText.Sanitize(machine.State)}; its "
                    + "disk is billed. Start it later with Start-PsMachine or delete it with Remove-PsMachine.")
            : failure;
}

namespace Paperspace.Client;

/// <summary>Decides what the rejection of an action on a machine means.</summary>
internal static class MachineRefusals
{
    /// <summary>Returns whether the API itself rejected the action, rather than what stands in front of it.</summary>
    public static bool IsOfAction(PaperspaceException refusal) =>
        refusal is { Reason: PaperspaceErrorReason.RequestRejected, IsNonApiResponse: false, ApiMessage: not null };

    /// <summary>Returns whether a start or a stop has nothing to do for a machine in this state, so that its rejection is a
    /// success.</summary>
    public static bool IsNeedless(string action, string? state) => action == MachineEventNames.Start
        ? MachineStates.IsRunning(state) || state.EqualsIgnoreCase(MachineStates.Starting)
        : state.EqualsIgnoreCase(MachineStates.Off) || state.EqualsIgnoreCase(MachineStates.Stopping);
}

namespace Paperspace.Client;

/// <summary>Interprets rejections of actions on machines.</summary>
internal static class MachineRefusals
{
    /// <summary>Returns whether the API itself rejected the action, rather than a proxy.</summary>
    public static bool IsOfAction(PaperspaceException refusal) =>
        refusal is { Reason: PaperspaceErrorReason.RequestRejected, IsNonApiResponse: false, ApiMessage: not null };

    /// <summary>Returns whether a start or a stop is redundant in this state, so that its rejection is a success.</summary>
    public static bool IsNeedless(string action, string? state) => action == MachineEventNames.Start
        ? MachineStates.IsRunning(state) || state.EqualsIgnoreCase(MachineStates.Starting)
        : state.EqualsIgnoreCase(MachineStates.Off) || state.EqualsIgnoreCase(MachineStates.Stopping);
}

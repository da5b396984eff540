namespace Paperspace;

/// <summary>Which events change a machine's state.</summary>
public static class MachineTransitions
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        MachineEventNames.Create, MachineEventNames.Start, MachineEventNames.Stop, MachineEventNames.Restart,
        MachineEventNames.Deactivate, MachineEventNames.ForcedShutdown, MachineEventNames.Upgrade,
    };

    /// <summary>Whether events of this name change the state.</summary>
    public static bool IsTransition(MachineEvent machineEvent) => machineEvent.Name is { } name && Names.Contains(name);

    /// <summary>Whether the event changes the state and has not ended.</summary>
    public static bool IsPending(MachineEvent machineEvent) =>
        IsTransition(machineEvent) && MachineEventStates.IsPending(machineEvent.State);

    /// <summary>Whether the event means that the machine is being destroyed.</summary>
    public static bool IsDestruction(MachineEvent machineEvent) =>
        MachineStates.Is(machineEvent.Name, MachineEventNames.Deactivate) && !MachineEventStates.IsFailure(machineEvent.State);
}

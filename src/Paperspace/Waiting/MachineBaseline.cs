namespace Paperspace;

/// <summary>Where a machine stood before an action.</summary>
public sealed class MachineBaseline
{
    /// <summary>Notes where this machine stands.</summary>
    /// <param name="machine">The machine with its events, as just read.</param>
    public MachineBaseline(Machine machine)
    {
        Machine = machine ?? throw new ArgumentNullException(nameof(machine));
        Handles = new HashSet<string>((machine.Events ?? []).Select(Key), StringComparer.Ordinal);
    }

    /// <summary>The machine as it was.</summary>
    public Machine Machine { get; }

    private HashSet<string> Handles { get; }

    /// <summary>Whether the event is newer than the baseline.</summary>
    public bool Precedes(MachineEvent machineEvent) => !Handles.Contains(Key(machineEvent));

    /// <summary>Whether the machine was at rest: no transition of it was under way.</summary>
    public bool IsAtRest => Machine.Events?.Any(MachineTransitions.IsPending) != true;

    private static string Key(MachineEvent machineEvent) => machineEvent.Handle ?? $"{machineEvent.Name}@{machineEvent.DtCreated:O}";
}

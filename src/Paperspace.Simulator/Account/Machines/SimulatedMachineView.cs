namespace Paperspace.Simulator;

/// <summary>Reads a machine at one moment.</summary>
internal readonly record struct SimulatedMachineView(SimulatedMachine Machine, DateTimeOffset Now)
{
    public MachineHardware Hardware => Machine.HardwareAt(Now);

    public string State => Machine.Timeline.At(Now).State;

    /// <summary>Gets whether hardware and network are known.</summary>
    public bool IsDetailed => Now >= Machine.DetailedFrom;

    public string? PublicIp => Machine.StaticIp?.Address ?? Machine.Timeline.At(Now).DynamicIp;

    public bool HasUpdatesPending => Machine.Timeline.IsPending(SimulatedEventName.Upgrade, Now);

    /// <summary>Gets the snapshot that its disk is set back to; null if there is none yet.</summary>
    public SimulatedSnapshot? RestorePoint => Machine.RestorePoint is { } snapshot && Now >= snapshot.CompletedAt ? snapshot : null;

    /// <summary>Gets when its settings or its state last changed.</summary>
    public DateTimeOffset ModifiedAt
    {
        get
        {
            var state = Machine.Timeline.At(Now).At;
            var settings = Machine.ModifiedAt > Machine.CreatedAt ? Machine.ModifiedAt : Machine.CreatedAt;
            return state > settings ? state : settings;
        }
    }

    /// <summary>Gets when the startup script last ran; null if it has not, or there is none.</summary>
    public DateTimeOffset? ScriptLastRunAt =>
        Machine.ScriptId is null ? null : Machine.Timeline.LastDone(Now, SimulatedEventName.Start, SimulatedEventName.Restart);
}

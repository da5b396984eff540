namespace Paperspace.Simulator;

/// <summary>Views a machine at a moment.</summary>
internal readonly record struct SimulatedMachineView(SimulatedMachine Machine, DateTimeOffset Now)
{
    public MachineHardware Hardware => Machine.HardwareAt(Now);

    public string State => Machine.Timeline.At(Now).State;

    /// <summary>Gets whether hardware and network are known.</summary>
    public bool IsDetailed => Now >= Machine.DetailedFrom;

    public string? PublicIp => Machine.StaticIp?.Address ?? Machine.Timeline.At(Now).DynamicIp;

    public bool HasUpdatesPending => Machine.Timeline.IsPending(SimulatedEventName.Upgrade, Now);

    /// <summary>Gets the snapshot that the disk is restored to; null if there is none yet.</summary>
    public SimulatedSnapshot? RestorePoint => Machine.RestorePoint is { } snapshot && Now >= snapshot.CompletedAt ? snapshot : null;

    /// <summary>Gets when the settings or the state last changed.</summary>
    public DateTimeOffset ModifiedAt
    {
        get
        {
            var state = Machine.Timeline.At(Now).At;
            var settings = Machine.ModifiedAt > Machine.CreatedAt ? Machine.ModifiedAt : Machine.CreatedAt;
            return state > settings ? state : settings;
        }
    }

    /// <summary>Gets when the startup script last ran; null if it never ran.</summary>
    public DateTimeOffset? ScriptLastRunAt =>
        Machine.ScriptId is null ? null : Machine.Timeline.LastDone(Now, SimulatedEventName.Start, SimulatedEventName.Restart);
}

namespace Paperspace.Simulator;

/// <summary>Reads a machine as it is at one moment.</summary>
internal readonly record struct SimulatedMachineView(SimulatedMachine Machine, DateTimeOffset Now)
{
    public string State => Machine.Timeline.At(Now).State;

    /// <summary>Tells whether the datacenter has reported hardware and network, which are unknown before.</summary>
    public bool IsDetailed => Now >= Machine.DetailedFrom;

    public string? PublicIp => Machine.StaticIp ?? Machine.Timeline.At(Now).DynamicIp;

    /// <summary>Gives when the startup script last ran; null when it has not, or there is none.</summary>
    public DateTimeOffset? ScriptLastRunAt =>
        Machine.ScriptId is null ? null : Machine.Timeline.LastDone(Now, SimulatedEventName.Start, SimulatedEventName.Restart);
}

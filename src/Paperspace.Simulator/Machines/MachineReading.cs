namespace Paperspace.Simulator;

/// <summary>A machine as it reads at one moment.</summary>
internal readonly record struct MachineReading(Machine Machine, DateTimeOffset Now)
{
    public string State => Machine.Timeline.At(Now).State;

    /// <summary>Whether the datacenter has reported hardware and network: almost everything is null before.</summary>
    public bool IsDetailed => Now >= Machine.DetailedFrom;

    public string? PublicIp => Machine.StaticIp ?? Machine.Timeline.At(Now).DynamicIp;
}

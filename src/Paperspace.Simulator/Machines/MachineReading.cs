namespace Paperspace.Simulator;

/// <summary>A machine as it reads at one moment.</summary>
internal readonly struct MachineReading(Machine machine, DateTimeOffset now)
{
    private readonly StateStep _step = machine.Timeline.At(now);

    public Machine Machine => machine;

    public DateTimeOffset Now => now;

    public string State => _step.State;

    /// <summary>Whether the datacenter has reported hardware and network: almost everything is null before.</summary>
    public bool IsDetailed { get; } = now >= machine.DetailedFrom;

    public string? PublicIp => machine.StaticIp ?? _step.DynamicIp;
}

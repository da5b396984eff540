namespace Paperspace.Simulator;

internal sealed record SimulatedMachineType
{
    public required string Name { get; init; }

    public required MachineTypeFamily Family { get; init; }

    public required int Cpus { get; init; }

    /// <summary>Gets or sets the memory in bytes.</summary>
    public required long Ram { get; init; }

    /// <summary>Gets or sets the GPUs; null if there are none.</summary>
    public SimulatedAccelerator? Accelerator { get; init; }

    /// <summary>Gets or sets the price in US dollars an hour, with the digits of the price list.</summary>
    public required decimal HourlyRate { get; init; }

    /// <summary>Gets or sets the price in US dollars a month of a machine that is billed by the month.</summary>
    public required decimal MonthlyRate { get; init; }

    /// <summary>Gets or sets the codes of the regions in which it is offered.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Gets whether its GPUs are shared (GRID), which Ubuntu templates do not run on.</summary>
    public bool IsGrid => Family == MachineTypeFamily.Grid;

    /// <summary>Gets whether it has no GPU, which Windows templates do not run without.</summary>
    public bool IsCpuOnly => Accelerator is null;

    public bool HasDedicatedGpu => !IsGrid && !IsCpuOnly;

    public bool Runs(SimulatedTemplate template) => !(template.IsWindows && IsCpuOnly) && !(template.IsUbuntu && IsGrid);
}

/// <summary>Groups the machine types that a machine can be changed between.</summary>
internal enum MachineTypeFamily
{
    Cpu,
    Grid,
    Gpu,
    Ampere,
    Hopper,
}

/// <summary>Describes the GPUs of a machine type, with the memory of each in bytes.</summary>
internal sealed record SimulatedAccelerator(string Name, long Memory, int Count);

/// <summary>Describes the hardware of a machine, with its storage in GB.</summary>
internal sealed record MachineHardware(SimulatedMachineType Type, int Size)
{
    public long StorageTotal => (long)Size << 30;
}

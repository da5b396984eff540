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

    /// <summary>Gets or sets the price per hour in US dollars, with the digits of the price list.</summary>
    public required decimal HourlyRate { get; init; }

    /// <summary>Gets or sets the price per month in US dollars, for monthly billing.</summary>
    public required decimal MonthlyRate { get; init; }

    /// <summary>Gets or sets the codes of the regions that offer the type.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Gets whether the GPU is shared (GRID); Ubuntu templates do not run on it.</summary>
    public bool IsGrid => Family == MachineTypeFamily.Grid;

    /// <summary>Gets whether the type has no GPU; Windows templates do not run without one.</summary>
    public bool IsCpuOnly => Accelerator is null;

    public bool HasDedicatedGpu => !IsGrid && !IsCpuOnly;

    public bool Runs(SimulatedTemplate template) => !(template.IsWindows && IsCpuOnly) && !(template.IsUbuntu && IsGrid);
}

/// <summary>Groups machine types: a machine can change its type only within a family.</summary>
internal enum MachineTypeFamily
{
    Cpu,
    Grid,
    Gpu,
    Ampere,
    Hopper,
}

/// <summary>Represents the GPUs of a machine type, with the memory of each in bytes.</summary>
internal sealed record SimulatedAccelerator(string Name, long Memory, int Count);

/// <summary>Represents the hardware of a machine, with its storage in GB.</summary>
internal sealed record MachineHardware(SimulatedMachineType Type, int Size)
{
    public long StorageTotal => (long)Size << 30;
}

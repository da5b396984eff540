namespace Paperspace.Simulator;

/// <summary>Describes a machine type: its hardware, its price and where it is offered.</summary>
internal sealed record SimulatedMachineType
{
    public required string Name { get; init; }

    public required MachineTypeFamily Family { get; init; }

    /// <summary>Gets or sets the number of virtual processors.</summary>
    public required int Cpus { get; init; }

    /// <summary>Gets or sets the memory in bytes.</summary>
    public required long Ram { get; init; }

    /// <summary>Gets or sets the GPUs; null when there are none.</summary>
    public SimulatedAccelerator? Accelerator { get; init; }

    /// <summary>Gets or sets the US dollars an hour, with as many digits as the price list has.</summary>
    public required decimal HourlyRate { get; init; }

    /// <summary>Gets or sets the US dollars a month for a machine that is billed by the month.</summary>
    public required decimal MonthlyRate { get; init; }

    /// <summary>Gets or sets the codes of the regions in which it is offered.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Tells whether it has shared GRID GPUs, which no Ubuntu template runs on.</summary>
    public bool IsGrid => Family == MachineTypeFamily.Grid;

    /// <summary>Tells whether it has no GPU, which no Windows template runs on.</summary>
    public bool IsCpuOnly => Accelerator is null;

    public bool HasDedicatedGpu => !IsGrid && !IsCpuOnly;

    /// <summary>Tells whether the template's system runs on it.</summary>
    public bool Runs(SimulatedTemplate template) => !(template.IsWindows && IsCpuOnly) && !(template.IsUbuntu && IsGrid);
}

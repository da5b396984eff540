namespace Paperspace.Simulator;

/// <summary>Lists the machine types with their published hardware and prices.</summary>
// Unpublished figures (C2, C4, C5, C8, C9, hourly GRID types, several multi-GPU types) are derived from similar types.
// An unpublished monthly price is that of 596 hours in whole dollars, the ratio of the published ones.
internal static class SimulatedMachineTypeCatalog
{
    private const int HoursInMonthlyRate = 596;
    private static readonly string[] Everywhere = [SimulatedRegion.NewYork, SimulatedRegion.California, SimulatedRegion.Amsterdam];
    private static readonly string[] EastAndEurope = [SimulatedRegion.NewYork, SimulatedRegion.Amsterdam];
    private static readonly string[] Americas = [SimulatedRegion.NewYork, SimulatedRegion.California];
    private static readonly string[] EastOnly = [SimulatedRegion.NewYork];

    private static readonly Dictionary<string, SimulatedMachineType> ByName;

    static SimulatedMachineTypeCatalog() => ByName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IReadOnlyList<SimulatedMachineType> All { get; } =
    [
        Cpu("C1", 1, 512, 0.0045m),
        Cpu("C2", 1, 1024, 0.009m),
        Cpu("C3", 2, 2048, 0.018m),
        Cpu("C4", 2, 4096, 0.04m),
        Cpu("C5", 4, 8192, 0.08m),
        Cpu("C6", 8, 16384, 0.13m) with { MonthlyRate = 95.00m },
        Cpu("C7", 12, 30720, 0.30m),
        Cpu("C8", 16, 61440, 0.60m),
        Cpu("C9", 24, 122880, 0.90m),
        Cpu("C10", 32, 249856, 1.60m),
        Gpu("GPU+", 8, 30, "Quadro M4000", 8, 1, 0.45m, EastAndEurope) with { MonthlyRate = 269.00m },
        Gpu("P4000", 8, 30, "Quadro P4000", 8, 1, 0.51m, Everywhere),
        Gpu("P4000x2", 16, 60, "Quadro P4000", 8, 2, 1.02m, Everywhere),
        Gpu("P5000", 8, 30, "Quadro P5000", 16, 1, 0.78m, Everywhere),
        Gpu("P5000x2", 16, 60, "Quadro P5000", 16, 2, 1.56m, Everywhere),
        Gpu("P6000", 8, 30, "Quadro P6000", 24, 1, 1.10m, Everywhere),
        Gpu("P6000x2", 16, 60, "Quadro P6000", 24, 2, 2.20m, Everywhere),
        Gpu("V100", 8, 30, "Tesla V100", 16, 1, 2.30m, EastAndEurope),
        Gpu("V100-32G", 8, 30, "Tesla V100 32GB", 32, 1, 2.30m, EastOnly),
        Gpu("V100-32Gx2", 16, 60, "Tesla V100 32GB", 32, 2, 4.60m, EastOnly),
        Gpu("V100-32Gx4", 32, 120, "Tesla V100 32GB", 32, 4, 9.20m, EastOnly),
        Gpu("RTX4000", 8, 30, "Quadro RTX 4000", 8, 1, 0.56m, Everywhere),
        Gpu("RTX5000", 8, 30, "Quadro RTX 5000", 16, 1, 0.82m, EastOnly),
        Ampere("A4000", 8, 45, "RTX A4000", 16, 1, 0.76m, Everywhere),
        Ampere("A4000x2", 16, 90, "RTX A4000", 16, 2, 1.52m, Everywhere),
        Ampere("A4000x4", 32, 180, "RTX A4000", 16, 4, 3.04m, Everywhere),
        Ampere("A5000", 8, 45, "RTX A5000", 24, 1, 1.38m, Americas),
        Ampere("A5000x2", 16, 90, "RTX A5000", 24, 2, 2.76m, Americas),
        Ampere("A6000", 8, 45, "RTX A6000", 48, 1, 1.89m, Americas),
        Ampere("A6000x2", 16, 90, "RTX A6000", 48, 2, 3.78m, Americas),
        Ampere("A6000x4", 32, 180, "RTX A6000", 48, 4, 7.56m, Americas),
        Ampere("A100", 12, 90, "A100-SXM4-40GB", 40, 1, 3.09m, EastOnly) with { MonthlyRate = 1994.00m },
        Ampere("A100-80G", 12, 90, "A100-SXM4-80GB", 80, 1, 3.18m, EastOnly),
        Ampere("A100-80Gx8", 96, 640, "A100-SXM4-80GB", 80, 8, 25.44m, EastOnly),
        Gpu("H100", 15, 110, "H100-80GB", 80, 1, 5.95m, EastOnly) with { Family = MachineTypeFamily.Hopper },
        Gpu("H100x8", 128, 880, "H100-80GB", 80, 8, 47.60m, EastOnly) with { Family = MachineTypeFamily.Hopper },
        // Legacy types come last, so that no list suggests them first.
        Ampere("A100x2", 24, 180, "A100-SXM4-40GB", 40, 2, 6.18m, EastOnly),
        Ampere("A100x4", 48, 360, "A100-SXM4-40GB", 40, 4, 12.36m, EastOnly),
        Ampere("A100-80Gx2", 24, 180, "A100-SXM4-80GB", 80, 2, 6.36m, EastOnly),
        Ampere("A100-80Gx4", 48, 320, "A100-SXM4-80GB", 80, 4, 12.72m, EastOnly),
        Grid("Air", 2, 4, "GRID K120Q (512MB)", 512, 0.40m) with { MonthlyRate = 22.00m },
        Grid("Standard", 4, 8, "GRID K160Q (2GB)", 2048, 0.42m) with { MonthlyRate = 35.00m },
        Grid("Advanced", 8, 16, "GRID K180Q (4GB)", 4096, 0.43m) with { MonthlyRate = 65.00m },
        Grid("Pro", 8, 16, "GRID K280Q (4GB)", 4096, 0.44m) with { MonthlyRate = 120.00m },
    ];

    public static SimulatedMachineType? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    public static SimulatedMachineType? FindIgnoringCase(string name) =>
        All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns a type by its name. An unknown type is like a P4000, with a GPU of its own name.</summary>
    public static SimulatedMachineType Describe(string name) => Find(name) ?? Gpu(name, 8, 30, name, 8, 1, 0.51m, Everywhere);

    private static SimulatedMachineType Cpu(string name, int cpus, long megabytes, decimal rate) =>
        Create(MachineTypeFamily.Cpu, name, cpus, megabytes << 20, null, rate, Everywhere);

    private static SimulatedMachineType Grid(string name, int cpus, long gigabytes, string gpu, long gpuMegabytes, decimal rate) =>
        Create(MachineTypeFamily.Grid, name, cpus, gigabytes << 30, new(gpu, gpuMegabytes << 20, 1), rate, Everywhere);

    private static SimulatedMachineType Gpu(
        string name, int cpus, long gigabytes, string gpu, long gpuGigabytes, int gpus, decimal rate, string[] regions) =>
        Create(MachineTypeFamily.Gpu, name, cpus, gigabytes << 30, new(gpu, gpuGigabytes << 30, gpus), rate, regions);

    private static SimulatedMachineType Ampere(
        string name, int cpus, long gigabytes, string gpu, long gpuGigabytes, int gpus, decimal rate, string[] regions) =>
        Create(MachineTypeFamily.Ampere, name, cpus, gigabytes << 30, new(gpu, gpuGigabytes << 30, gpus), rate, regions);

    private static SimulatedMachineType Create(
        MachineTypeFamily family, string name, int cpus, long ram, SimulatedAccelerator? accelerator, decimal rate, string[] regions) =>
        new()
        {
            Name = name,
            Family = family,
            Cpus = cpus,
            Ram = ram,
            Accelerator = accelerator,
            HourlyRate = rate,
            // Adding 0.00 sets the two decimals of a price.
            MonthlyRate = decimal.Round(rate * HoursInMonthlyRate) + 0.00m,
            Regions = regions,
        };
}

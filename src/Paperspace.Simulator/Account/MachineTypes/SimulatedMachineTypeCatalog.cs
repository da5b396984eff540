namespace Paperspace.Simulator;

/// <summary>Lists the simulated machine types. Hardware and prices are those of the price list that ships with the module.</summary>
internal static class SimulatedMachineTypeCatalog
{
    private static readonly string[] Everywhere = [SimulatedRegion.NewYork, SimulatedRegion.California, SimulatedRegion.Amsterdam];
    private static readonly string[] EastAndEurope = [SimulatedRegion.NewYork, SimulatedRegion.Amsterdam];
    private static readonly string[] Americas = [SimulatedRegion.NewYork, SimulatedRegion.California];
    private static readonly string[] EastOnly = [SimulatedRegion.NewYork];

    private static readonly Dictionary<string, SimulatedMachineType> ByName;

    static SimulatedMachineTypeCatalog() => ByName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IReadOnlyList<SimulatedMachineType> All { get; } =
    [
        Cpu("C1"),
        Cpu("C2"),
        Cpu("C3"),
        Cpu("C4"),
        Cpu("C5"),
        Cpu("C6"),
        Cpu("C7"),
        Cpu("C8"),
        Cpu("C9"),
        Cpu("C10"),
        Gpu("GPU+", "Quadro M4000", EastAndEurope),
        Gpu("P4000", "Quadro P4000", Everywhere),
        Gpu("P4000x2", "Quadro P4000", Everywhere),
        Gpu("P5000", "Quadro P5000", Everywhere),
        Gpu("P5000x2", "Quadro P5000", Everywhere),
        Gpu("P6000", "Quadro P6000", Everywhere),
        Gpu("P6000x2", "Quadro P6000", Everywhere),
        Gpu("V100", "Tesla V100", EastAndEurope),
        Gpu("V100-32G", "Tesla V100 32GB", EastOnly),
        Gpu("V100-32Gx2", "Tesla V100 32GB", EastOnly),
        Gpu("V100-32Gx4", "Tesla V100 32GB", EastOnly),
        Gpu("RTX4000", "Quadro RTX 4000", Everywhere),
        Gpu("RTX5000", "Quadro RTX 5000", EastOnly),
        Ampere("A4000", "RTX A4000", Everywhere),
        Ampere("A4000x2", "RTX A4000", Everywhere),
        Ampere("A4000x4", "RTX A4000", Everywhere),
        Ampere("A5000", "RTX A5000", Americas),
        Ampere("A5000x2", "RTX A5000", Americas),
        Ampere("A6000", "RTX A6000", Americas),
        Ampere("A6000x2", "RTX A6000", Americas),
        Ampere("A6000x4", "RTX A6000", Americas),
        Ampere("A100", "A100-SXM4-40GB", EastOnly),
        Ampere("A100-80G", "A100-SXM4-80GB", EastOnly),
        Ampere("A100-80Gx8", "A100-SXM4-80GB", EastOnly),
        Gpu("H100", "H100-80GB", EastOnly) with { Family = MachineTypeFamily.Hopper },
        Gpu("H100x8", "H100-80GB", EastOnly) with { Family = MachineTypeFamily.Hopper },
        // Legacy types come last, so that no list suggests them first.
        Ampere("A100x2", "A100-SXM4-40GB", EastOnly),
        Ampere("A100x4", "A100-SXM4-40GB", EastOnly),
        Ampere("A100-80Gx2", "A100-SXM4-80GB", EastOnly),
        Ampere("A100-80Gx4", "A100-SXM4-80GB", EastOnly),
        Grid("Air", "GRID K120Q (512MB)"),
        Grid("Standard", "GRID K160Q (2GB)"),
        Grid("Advanced", "GRID K180Q (4GB)"),
        Grid("Pro", "GRID K280Q (4GB)"),
    ];

    public static SimulatedMachineType? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    public static SimulatedMachineType? FindIgnoringCase(string name) =>
        All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns a type by its name. An unknown type is like a P4000, with a GPU of its own name.</summary>
    public static SimulatedMachineType Describe(string name) => Find(name)
        ?? Find("P4000")! with { Name = name, Accelerator = Find("P4000")!.Accelerator! with { Name = name } };

    private static SimulatedMachineType Cpu(string name) => Create(MachineTypeFamily.Cpu, name, null, Everywhere);

    private static SimulatedMachineType Grid(string name, string gpu) => Create(MachineTypeFamily.Grid, name, gpu, Everywhere);

    private static SimulatedMachineType Gpu(string name, string gpu, string[] regions) => Create(MachineTypeFamily.Gpu, name, gpu, regions);

    private static SimulatedMachineType Ampere(string name, string gpu, string[] regions) =>
        Create(MachineTypeFamily.Ampere, name, gpu, regions);

    private static SimulatedMachineType Create(MachineTypeFamily family, string name, string? gpu, string[] regions)
    {
        var listed = SimulatedPriceList.MachineTypes[name];
        return new()
        {
            Name = name,
            Family = family,
            Cpus = listed.Cpus,
            Ram = Bytes(listed.Memory),
            Accelerator = gpu is null ? null : new(gpu, Bytes(listed.GpuMemory), listed.Gpus),
            HourlyRate = listed.Hourly,
            MonthlyRate = listed.Monthly,
            Regions = regions,
        };
    }

    private static long Bytes(decimal gigabytes) => (long)(gigabytes * (1L << 30));
}

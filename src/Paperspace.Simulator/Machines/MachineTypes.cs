namespace Paperspace.Simulator;

/// <summary>The machine types that can be created, with the specifications and prices that were published for them.</summary>
// A rate or size that no source gives (C2, C4, C5, C8, C9, the GRID types by the hour) is set between its neighbours'.
internal static class MachineTypes
{
    private static readonly string[] Everywhere = [Regions.NewYork, Regions.California, Regions.Amsterdam];
    private static readonly string[] EastAndEurope = [Regions.NewYork, Regions.Amsterdam];
    private static readonly string[] Americas = [Regions.NewYork, Regions.California];
    private static readonly string[] EastOnly = [Regions.NewYork];

    private static readonly Dictionary<string, MachineType> All = new MachineType[]
    {
        Cpu("C1", 1, 512, "0.0045"),
        Cpu("C2", 1, 1024, "0.009"),
        Cpu("C3", 2, 2048, "0.018"),
        Cpu("C4", 2, 4096, "0.04"),
        Cpu("C5", 4, 8192, "0.08"),
        Cpu("C6", 8, 16384, "0.13"),
        Cpu("C7", 12, 30720, "0.30"),
        Cpu("C8", 16, 61440, "0.60"),
        Cpu("C9", 24, 122880, "0.90"),
        Cpu("C10", 32, 249856, "1.60"),
        Gpu("Air", 2, 4, "GRID K120Q (512MB)", "0.40", Everywhere),
        Gpu("Standard", 4, 8, "GRID K160Q (2GB)", "0.42", Everywhere),
        Gpu("Advanced", 8, 16, "GRID K180Q (4GB)", "0.43", Everywhere),
        Gpu("Pro", 8, 16, "GRID K280Q (4GB)", "0.44", Everywhere),
        Gpu("GPU+", 8, 30, "Quadro M4000", "0.45", EastAndEurope),
        Gpu("P4000", 8, 30, "Quadro P4000", "0.51", Everywhere),
        Gpu("P5000", 8, 30, "Quadro P5000", "0.78", Everywhere),
        Gpu("P6000", 8, 30, "Quadro P6000", "1.10", Everywhere),
        Gpu("V100", 8, 30, "Tesla V100", "2.30", EastAndEurope),
        Gpu("V100-32G", 8, 30, "Tesla V100 32GB", "2.30", EastOnly),
        Gpu("V100-32Gx2", 16, 60, "Tesla V100 32GB x2", "4.60", EastOnly),
        Gpu("V100-32Gx4", 32, 120, "Tesla V100 32GB x4", "9.20", EastOnly),
        Gpu("P4000x2", 16, 60, "Quadro P4000 x2", "1.02", Everywhere),
        Gpu("P5000x2", 16, 60, "Quadro P5000 x2", "1.56", Everywhere),
        Gpu("P6000x2", 16, 60, "Quadro P6000 x2", "2.20", Everywhere),
        Gpu("RTX4000", 8, 30, "Quadro RTX 4000", "0.56", Everywhere),
        Gpu("RTX5000", 8, 30, "Quadro RTX 5000", "0.82", EastOnly),
        Gpu("A4000", 8, 45, "RTX A4000", "0.76", Everywhere),
        Gpu("A5000", 8, 45, "RTX A5000", "1.38", Americas),
        Gpu("A6000", 8, 45, "RTX A6000", "1.89", Americas),
        Gpu("A100", 12, 90, "A100-SXM4-40GB", "3.09", EastOnly),
        Gpu("A100x4", 48, 360, "A100-SXM4-40GB x4", "12.36", EastOnly),
        Gpu("A100-80G", 12, 90, "A100-SXM4-80GB", "3.18", EastOnly),
        Gpu("A100-80Gx8", 96, 640, "A100-SXM4-80GB x8", "25.44", EastOnly),
        Gpu("H100", 15, 110, "H100-80GB", "5.95", EastOnly),
        Gpu("H100x8", 128, 880, "H100-80GB x8", "47.60", EastOnly),
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static MachineType? Find(string name) => All.TryGetValue(name, out var type) ? type : null;

    /// <summary>The type of the name; a type that nobody has heard of is like a P4000 with a GPU of its own name.</summary>
    public static MachineType Describe(string name) => Find(name) ?? Gpu(name, 8, 30, name, "0.51", Everywhere);

    private static MachineType Cpu(string name, int cpus, long megabytes, string rate) =>
        new(name, cpus, megabytes << 20, MachineType.NoGpu, rate, Everywhere);

    private static MachineType Gpu(string name, int cpus, long gigabytes, string gpu, string rate, string[] regions) =>
        new(name, cpus, gigabytes << 30, gpu, rate, regions);
}

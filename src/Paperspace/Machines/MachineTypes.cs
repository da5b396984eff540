namespace Paperspace;

/// <summary>Names the known machine types. The API may know others, so no value is rejected for not being listed here.</summary>
public static class MachineTypes
{
    /// <summary>Gets the types with a GRID virtual GPU, which do not run Ubuntu templates.</summary>
    public static IReadOnlyList<string> Grid { get; } = ["Air", "Standard", "Pro", "Advanced"];

    /// <summary>Gets the documented types with a dedicated GPU.</summary>
    public static IReadOnlyList<string> DedicatedGpu { get; } = ["GPU+", "P4000", "P5000", "P6000", "V100"];

    /// <summary>Gets the types without a GPU, which do not run Windows templates.</summary>
    public static IReadOnlyList<string> Cpu { get; } = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10"];

    /// <summary>Gets the types that have been observed but are not documented.</summary>
    public static IReadOnlyList<string> Undocumented { get; } =
    [
        "RTX4000", "RTX5000", "A4000", "A4000x2", "A4000x4", "A5000", "A5000x2", "A6000", "A6000x2", "A6000x4", "P4000x2", "P5000x2",
        "P6000x2", "V100-32G", "V100-32Gx2", "V100-32Gx4", "A100", "A100x2", "A100x4", "A100-80G", "A100-80Gx2", "A100-80Gx4",
        "A100-80Gx8", "H100", "H100x8",
    ];

    /// <summary>Gets all known types.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Grid, .. DedicatedGpu, .. Cpu, .. Undocumented];
}

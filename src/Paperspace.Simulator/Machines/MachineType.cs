namespace Paperspace.Simulator;

/// <summary>What a machine type is made of and costs.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Cpus">Virtual processors.</param>
/// <param name="Ram">Bytes of memory.</param>
/// <param name="Gpu">The GPU as the API names it; the text <c>None</c> when there is none.</param>
/// <param name="HourlyRate">Dollars an hour, as text.</param>
/// <param name="Regions">Where it is offered.</param>
internal sealed record MachineType(string Name, int Cpus, long Ram, string Gpu, string HourlyRate, IReadOnlyCollection<string> Regions)
{
    public const string NoGpu = "None";

    /// <summary>The shared GRID types, which no Ubuntu template runs on.</summary>
    public bool IsGrid => Name is "Air" or "Standard" or "Pro" or "Advanced";

    /// <summary>The types without a GPU, which no Windows template runs on.</summary>
    public bool IsCpuOnly => Gpu == NoGpu;

    /// <summary>The only types that availability is given for.</summary>
    public bool IsDedicatedGpu => !IsGrid && !IsCpuOnly;
}

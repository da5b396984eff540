namespace Paperspace;

/// <summary>Describes a machine type: its hardware, its list price and its regions. Null is unknown.</summary>
/// <remarks>The list price is the public on-demand price of <see cref="PriceDate"/> in US dollars, without disk and address. The rate of an
/// account and the invoice decide.</remarks>
public sealed class MachineTypeInfo
{
    /// <summary>Gets or sets the machine type, such as <c>P4000</c>.</summary>
    public string MachineType { get; set; } = "";

    /// <summary>Gets or sets the GPU's name, such as <c>RTX A6000</c>; null for types without a GPU too.</summary>
    public string? Gpu { get; set; }

    /// <summary>Gets or sets the number of GPUs; 0 for types without one.</summary>
    public int? GpuCount { get; set; }

    /// <summary>Gets or sets the memory of each GPU in GB.</summary>
    public double? GpuMemoryGB { get; set; }

    /// <summary>Gets or sets the number of virtual CPUs.</summary>
    public int? Vcpus { get; set; }

    /// <summary>Gets or sets the memory in GB (of 1024³ bytes).</summary>
    public double? MemoryGB { get; set; }

    /// <summary>Gets or sets the list price of an hour in US dollars.</summary>
    public decimal? HourlyPrice { get; set; }

    /// <summary>Gets or sets the list price of a month in US dollars, for monthly billing.</summary>
    public decimal? MonthlyPrice { get; set; }

    /// <summary>Gets or sets the short names of the regions in which the price list has seen it; with an availability, of those that have
    /// it now.</summary>
    public IReadOnlyList<string>? Region { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the status: <c>current</c>, <c>legacy</c> or another word of the price list.</summary>
    public string? Status { get; set; }

    /// <summary>Gets or sets whether such machines can be requested now in any of the regions; null if that was not asked or not
    /// answered.</summary>
    public bool? Available { get; set; }

    /// <summary>Gets or sets the date of the price list, as yyyy-MM-dd.</summary>
    public string? PriceDate { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize(MachineType);
}

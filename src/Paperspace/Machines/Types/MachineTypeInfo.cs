namespace Paperspace;

/// <summary>Describes a machine type: its hardware, list price and regions. Null means unknown.</summary>
/// <remarks>
/// The list price is the public on-demand price on <see cref="PriceDate"/> in US dollars, without disk and IP address.
/// Account rates and invoices may differ.
/// </remarks>
public sealed class MachineTypeInfo
{
    /// <summary>Gets or sets the machine type, such as <c>P4000</c>.</summary>
    public string MachineType { get; set; } = "";

    /// <summary>Gets or sets the name of the GPU, such as <c>RTX A6000</c>; also null for types without a GPU.</summary>
    public string? Gpu { get; set; }

    /// <summary>Gets or sets the number of GPUs; 0 for types without one.</summary>
    public int? GpuCount { get; set; }

    /// <summary>Gets or sets the memory of each GPU in GB.</summary>
    public double? GpuMemoryGB { get; set; }

    /// <summary>Gets or sets the number of virtual CPUs.</summary>
    public int? Vcpus { get; set; }

    /// <summary>Gets or sets the memory in GB (of 1024³ bytes).</summary>
    public double? MemoryGB { get; set; }

    /// <summary>Gets or sets the list price per hour in US dollars.</summary>
    public decimal? HourlyPrice { get; set; }

    /// <summary>Gets or sets the list price per month in US dollars, for monthly billing.</summary>
    public decimal? MonthlyPrice { get; set; }

    /// <summary>
    /// Gets or sets the short names of the regions that offer the type according to the price list, or, if
    /// <see cref="Available"/> is set, the regions where it is available now.
    /// </summary>
    public IReadOnlyList<string>? Region { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the status in the price list, such as <c>current</c> or <c>legacy</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Gets or sets whether the type is available now in any region; null if unknown.</summary>
    public bool? Available { get; set; }

    /// <summary>Gets or sets the date of the price list, formatted as yyyy-MM-dd.</summary>
    public string? PriceDate { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize(MachineType);
}

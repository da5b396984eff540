namespace Paperspace.PowerShell;

/// <summary>The list prices of machine types and other resources. What the list lacks is unknown: null.</summary>
internal sealed class PriceList
{
    private readonly Dictionary<string, MachineTypeInfo> _types = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the current list: the file of <c>PAPERSPACE_PRICE_LIST</c>, or the one that ships with the module.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read.</exception>
    public static PriceList Current => PriceListFile.ReadCurrent();

    /// <summary>Gets the date of the prices, as yyyy-MM-dd.</summary>
    public required string Date { get; init; }

    /// <summary>Gets the machine types, in the order of the file.</summary>
    public required IReadOnlyList<MachineTypeInfo> MachineTypes
    {
        get;
        init
        {
            field = value;
            foreach (var type in value) _types[type.MachineType] = type;
        }
    }

    /// <summary>Gets the prices of disks, by size.</summary>
    public required SizePrices Disks { get; init; }

    /// <summary>Gets the prices of a machine's snapshot, by the size of its disk.</summary>
    public required SizePrices Snapshots { get; init; }

    /// <summary>Gets the prices of custom templates, by size.</summary>
    public required SizePrices CustomTemplates { get; init; }

    /// <summary>Gets the prices of shared drives, by size.</summary>
    public required SizePrices SharedDrives { get; init; }

    /// <summary>Gets the price of a static public address; null if unknown.</summary>
    public required ListPrice? PublicIp { get; init; }

    /// <summary>Returns a machine type; null if it is not in the list.</summary>
    public MachineTypeInfo? FindMachineType(string? name) =>
        name is not null && _types.TryGetValue(name.Trim(), out var type) ? type : null;
}

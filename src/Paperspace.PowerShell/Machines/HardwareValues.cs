using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Finds hardware values that no known machine has.</summary>
internal static class HardwareValues
{
    private const long BytesPerGB = 1L << 30;

    /// <summary>A memory size below this was meant in GB.</summary>
    private const long MaxGB = 64 * 1024;

    /// <summary>Returns the types of the price list; none if it cannot be read.</summary>
    public static IReadOnlyList<MachineTypeInfo> ReadTypes()
    {
        try
        {
            return [.. PriceList.Current.MachineTypes];
        }
        catch (PaperspaceException)
        {
            return [];
        }
    }

    /// <summary>Returns two sentences about a GPU that no machine and no type has, or that the API spells otherwise; null for one that
    /// exists.</summary>
    public static string? FindUnknownGpu(string gpu, IReadOnlyList<Machine> machines, IReadOnlyList<MachineTypeInfo> types)
    {
        var owned = machines.Select(machine => machine.Gpu).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (owned.Contains(gpu, StringComparer.OrdinalIgnoreCase)) return null;
        // The API calls a P4000 "Quadro P4000".
        string[] spelled = [.. owned.Where(name => name.IndexOf(gpu, StringComparison.OrdinalIgnoreCase) >= 0)];
        if (spelled.Length > 0) return SimilarNames.DescribeUnknown(gpu, "GPU", spelled);
        string[] offered = [.. types.Select(type => type.Gpu).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        return offered.Contains(gpu, StringComparer.OrdinalIgnoreCase)
            ? null
            : SimilarNames.DescribeUnknown(gpu, "GPU", [.. owned.Union(offered, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Returns two sentences about a memory size that neither the machines nor the types have; null for one that they
    /// have.</summary>
    /// <param name="bytes">The memory in bytes.</param>
    public static string? FindUnknownMemory(long bytes, IReadOnlyList<Machine> machines, IReadOnlyList<MachineTypeInfo> types)
    {
        var known = machines
            .Select(machine => machine.Ram)
            .Concat(types.Select(type => type.MemoryGB is { } gb ? (long)(gb * BytesPerGB) : (long?)null))
            .OfType<long>()
            .Distinct()
            .OrderBy(size => size)
            .ToArray();
        if (known.Contains(bytes)) return null;
        var nearest = bytes is > 0 and < MaxGB ? Format(bytes * BytesPerGB)
            : known.Length > 0 ? Format(known.OrderBy(size => Math.Abs((double)size - bytes)).First())
            : null;
        var hint = nearest is null ? "" : $" Did you mean {nearest}?";
        return $"No known machine has {Format(bytes)} of memory.{hint}";
    }

    private static string Format(long bytes) => string.Format(
        CultureInfo.InvariantCulture, bytes > 0 && bytes % BytesPerGB == 0 ? "{0}GB" : "{1} bytes", bytes / BytesPerGB, bytes);
}

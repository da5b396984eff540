namespace Paperspace.PowerShell;

/// <summary>Prices by size, in steps: a size between two steps has the price of the larger one.</summary>
internal sealed class SizePrices
{
    private const double BytesPerGB = 1024d * 1024 * 1024;

    private readonly KeyValuePair<double, ListPrice>[] _steps;

    /// <summary>Creates the prices.</summary>
    /// <param name="steps">The price of each size in GB, in any order.</param>
    public SizePrices(IEnumerable<KeyValuePair<double, ListPrice>> steps)
    {
        _steps = [.. steps.OrderBy(step => step.Key)];
    }

    /// <summary>Returns the price of a size in GB; null if the size is unknown or beyond the last step.</summary>
    public ListPrice? Find(double? sizeGB)
    {
        if (sizeGB is not > 0) return null;
        foreach (var step in _steps)
            if (sizeGB <= step.Key)
                return step.Value;
        return null;
    }

    /// <summary>Returns the price of a size in bytes; null if the size is unknown or beyond the last step.</summary>
    public ListPrice? FindBytes(long? size) => Find(size / BytesPerGB);
}

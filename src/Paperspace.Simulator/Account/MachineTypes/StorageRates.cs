namespace Paperspace.Simulator;

/// <summary>Defines the prices of storage: those of the price list that ships with the module.</summary>
internal static class StorageRates
{
    /// <summary>Returns the price per month of a size in GB, in US dollars. Sizes beyond the list have its last price.</summary>
    public static decimal Monthly(int size)
    {
        var steps = SimulatedPriceList.Disks;
        foreach (var step in steps)
            if (size <= step.SizeGB)
                return step.Monthly;
        return steps[steps.Count - 1].Monthly;
    }
}

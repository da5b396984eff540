namespace Paperspace.Simulator;

/// <summary>Prices storage by the price list that ships with the module.</summary>
internal static class StorageRates
{
    /// <summary>Returns the price in US dollars a month of a size in GB; a size beyond the list has its last price.</summary>
    public static decimal Monthly(int size)
    {
        var steps = SimulatedPriceList.Disks;
        foreach (var step in steps)
            if (size <= step.SizeGB)
                return step.Monthly;
        return steps[steps.Count - 1].Monthly;
    }
}

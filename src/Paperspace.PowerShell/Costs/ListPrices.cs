namespace Paperspace.PowerShell;

/// <summary>Substitutes list prices for rates that an API does not return. A rate of 0 is no rate: no machine and no disk is free.</summary>
internal static class ListPrices
{
    /// <summary>Fills in unknown rates of a machine from the price list.</summary>
    /// <exception cref="PaperspaceException">A rate is missing, and the price list cannot be read.</exception>
    public static void Fill(MachineUtilization utilization)
    {
        RemoveZero(utilization.Utilization);
        RemoveZero(utilization.StorageUtilization);
        if (utilization.Utilization is { HourlyRate: null, MonthlyRate: null } use
            && utilization.MachineType is { } type
            && PriceList.Current.FindMachineType(type)?.HourlyPrice is { } hourly)
        {
            use.HourlyRate = hourly;
            utilization.IsListPrice = true;
        }

        if (utilization.StorageUtilization is { HourlyRate: null, MonthlyRate: null } storage
            && utilization.StorageTotal is { } size
            && PriceList.Current.Disks.FindBytes(size)?.Monthly is { } monthly)
        {
            storage.MonthlyRate = monthly;
            utilization.IsListPrice = true;
        }
    }

    private static void RemoveZero(Usage? usage)
    {
        if (usage is null) return;
        if (usage.HourlyRate == 0) usage.HourlyRate = null;
        if (usage.MonthlyRate == 0) usage.MonthlyRate = null;
    }
}

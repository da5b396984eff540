namespace Paperspace.PowerShell;

/// <summary>Puts list prices in place of the rates that an API does not return.</summary>
internal static class ListPrices
{
    /// <summary>Fills in the rates of a machine's use that are not known, as far as the price list has them.</summary>
    /// <exception cref="PaperspaceException">A rate is missing, and the price list cannot be read.</exception>
    public static void Fill(MachineUtilization utilization)
    {
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
}

namespace Paperspace.PowerShell;

/// <summary>Holds the prices of a machine, in US dollars; null if unknown.</summary>
/// <param name="HourlyRate">The price of an hour.</param>
/// <param name="FlatRate">The flat price of a month.</param>
/// <param name="StorageRate">The price of a month of storage.</param>
/// <param name="IsHourlyListPrice">Whether the price of an hour is a list price.</param>
/// <param name="IsStorageListPrice">Whether the price of storage is a list price.</param>
internal readonly record struct MachinePrices(
    decimal? HourlyRate, decimal? FlatRate, decimal? StorageRate, bool IsHourlyListPrice, bool IsStorageListPrice)
{
    /// <summary>Returns the prices of a machine: from its description, otherwise from this month's utilization, otherwise the list
    /// prices.</summary>
    public static async Task<MachinePrices> ReadAsync(IPaperspaceClient client, Machine machine, CancellationToken cancellationToken)
    {
        var (hourly, storage, flat) = (KnownRate(machine.HourlyRate), KnownRate(machine.StorageRate), (decimal?)null);
        if (hourly is null)
        {
            var use = await client.Machines
                .GetUtilizationAsync(machine.Id, machine, [new BillingMonth(client.Now)], cancellationToken)
                .ConfigureAwait(false);
            hourly = KnownRate(use[0].HourlyRate);
            storage ??= KnownRate(use[0].StorageMonthlyRate);
            flat = hourly is null ? KnownRate(use[0].MonthlyRate) : null;
        }

        var prices = new MachinePrices(hourly, flat, storage, hourly is null && flat is null, storage is null);
        return prices with
        {
            HourlyRate = prices.IsHourlyListPrice ? PriceList.Current.FindMachineType(machine.MachineType)?.HourlyPrice : hourly,
            StorageRate = prices.IsStorageListPrice ? PriceList.Current.Disks.FindBytes(machine.StorageTotal)?.Monthly : storage,
        };
    }

    /// <summary>Returns a rate; null if it is unknown or impossible. A rate of 0 counts as unknown, as in <see cref="ListPrices"/>.</summary>
    private static decimal? KnownRate(decimal? rate) => rate is > 0 and <= Usage.MaxRate ? rate : null;
}

namespace Paperspace.PowerShell;

/// <summary>Holds the prices of a machine, in US dollars; null where they are not known.</summary>
/// <param name="HourlyRate">The price of an hour.</param>
/// <param name="FlatRate">The flat price of a month.</param>
/// <param name="StorageRate">The price of a month of storage.</param>
internal readonly record struct MachinePrices(decimal? HourlyRate, decimal? FlatRate, decimal? StorageRate)
{
    /// <summary>Returns those of a machine: as its description has them, else as its use of this month does.</summary>
    public static async Task<MachinePrices> ReadAsync(IPaperspaceClient client, Machine machine, CancellationToken cancellationToken)
    {
        if (machine is { HourlyRate: not null, StorageRate: not null })
            return new MachinePrices(machine.HourlyRate, null, machine.StorageRate);
        var use = await client.Machines
            .GetUtilizationAsync(machine.Id, machine, [new BillingMonth(client.Now)], cancellationToken)
            .ConfigureAwait(false);
        return new MachinePrices(use[0].HourlyRate, use[0].HourlyRate is null ? use[0].MonthlyRate : null, use[0].StorageMonthlyRate);
    }
}

using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats the price of a machine that is about to be created or started.</summary>
internal static class MachinePriceText
{
    /// <summary>Formats the price of a new machine, such as <c>about $0.51 an hour and $5 a month</c>.</summary>
    public static string Describe(MachineCreateOptions options, IReadOnlyList<PlacementOption> alternatives) => TryDescribe(prices =>
    {
        var types = alternatives.Select(alternative => alternative.MachineType).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var isMonthly = string.Equals(options.BillingType, BillingTypes.Monthly, StringComparison.OrdinalIgnoreCase);
        var kept = prices.Disks.Find(options.Size)?.Monthly;
        if (options.AssignPublicIp == true) kept += prices.PublicIp?.Monthly;
        var rates = types
            .Select(type => prices.FindMachineType(type) is { } known ? isMonthly ? known.MonthlyPrice + kept : known.HourlyPrice : null)
            .ToArray();
        if (rates.Contains(null))
            return $"the price of {string.Join(", ", types.Where((_, i) => rates[i] is null).Select(TerminalText.Sanitize))} is unknown";
        var rate = $"about {Range(rates.Min()!.Value, rates.Max()!.Value)} {(isMonthly ? "a month" : "an hour")}";
        if (isMonthly) return rate;
        return kept is null ? $"{rate} and a disk of unknown price" : $"{rate} and {PriceText.Amount(kept.Value)} a month";
    });

    /// <summary>Formats the price of a running machine: at the account's rate, otherwise at the list price.</summary>
    public static string Describe(Machine machine) => TryDescribe(prices =>
    {
        var size = machine.StorageTotalGB is { } gb ? string.Format(CultureInfo.InvariantCulture, ", {0:0.#} GB", gb) : "";
        var rate = machine.HourlyRate is > 0 and var own ? own : prices.FindMachineType(machine.MachineType)?.HourlyPrice;
        return $"{TerminalText.Sanitize(machine.MachineType ?? "unknown type")}{size}, "
            + (rate is null ? "price unknown" : $"about {PriceText.Amount(rate.Value)} an hour");
    });

    /// <summary>A price list that cannot be read must not block an action that needs no price.</summary>
    private static string TryDescribe(Func<PriceList, string> describe)
    {
        try
        {
            return describe(PriceList.Current);
        }
        catch (PaperspaceException failure)
        {
            return $"price unknown: {failure.Message}";
        }
    }

    private static string Range(decimal least, decimal most) =>
        least == most ? PriceText.Amount(least) : $"{PriceText.Amount(least)} to {PriceText.Amount(most)}";
}

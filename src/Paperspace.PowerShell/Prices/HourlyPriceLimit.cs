namespace Paperspace.PowerShell;

/// <summary>Excludes machine types whose hourly list price is above a limit, or unknown.</summary>
internal sealed class HourlyPriceLimit
{
    private string? _reported;

    /// <summary>Returns the alternatives within the limit, and warns once about the others.</summary>
    /// <exception cref="PaperspaceException">No alternative is within the limit, or the price list cannot be read.</exception>
    public IReadOnlyList<PlacementOption> Apply(PaperspaceCmdlet cmdlet, IReadOnlyList<PlacementOption> alternatives, decimal limit)
    {
        var prices = PriceList.Current;
        var within = alternatives
            .ToLookup(alternative => prices.FindMachineType(alternative.MachineType)?.HourlyPrice is { } price && price <= limit);
        var refused = within[false]
            .Select(alternative => alternative.MachineType)
            .Distinct()
            .Select(type => Describe(prices, type))
            .ToArray();
        if (refused.Length == 0) return alternatives;
        var reason = $"Over -MaxHourlyPrice {PriceText.Amount(limit)}: {string.Join(", ", refused)}.";
        if (!within[true].Any())
            throw new PaperspaceException(PaperspaceErrorReason.PriceLimitExceeded, $"{reason} No machine was created.")
            { Parameters = [nameof(NewPsMachineCommand.MachineType)] };
        if (_reported != reason) cmdlet.WriteWarning(reason);
        _reported = reason;
        return [.. within[true]];
    }

    private static string Describe(PriceList prices, string type) =>
        prices.FindMachineType(type)?.HourlyPrice is { } price ? $"{type} ({PriceText.Amount(price)} an hour)" : $"{type} (price unknown)";
}

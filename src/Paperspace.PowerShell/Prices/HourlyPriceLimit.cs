namespace Paperspace.PowerShell;

/// <summary>Leaves out the machine types whose list price of an hour is above a limit, or unknown.</summary>
internal sealed class HourlyPriceLimit
{
    private string? _reported;

    /// <summary>Returns the alternatives within the limit, and warns of the others once.</summary>
    /// <exception cref="PaperspaceException">None is within the limit, or the price list cannot be read.</exception>
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
        var reason = $"-MaxHourlyPrice is {PriceText.Amount(limit)}. Not within it: {string.Join(", ", refused)}.";
        if (!within[true].Any())
            throw new PaperspaceException(PaperspaceErrorReason.PriceLimitExceeded, $"{reason} Nothing was sent.")
            { Parameters = [nameof(NewPsMachineCommand.MachineType)] };
        if (_reported != reason) cmdlet.WriteWarning(reason);
        _reported = reason;
        return [.. within[true]];
    }

    private static string Describe(PriceList prices, string type) =>
        prices.FindMachineType(type)?.HourlyPrice is { } price ? $"{type} ({PriceText.Amount(price)} an hour)" : $"{type} (price unknown)";
}

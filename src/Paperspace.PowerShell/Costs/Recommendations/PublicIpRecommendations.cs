namespace Paperspace.PowerShell;

/// <summary>Recommends releasing static public addresses that are not assigned to a machine.</summary>
internal sealed class PublicIpRecommendations
{
    private readonly CostRecommendationOptions _options;

    public PublicIpRecommendations(CostRecommendationOptions options)
    {
        _options = options;
    }

    /// <summary>Finds the recommendations for the addresses of the account, at list price: no API returns the price of an address.</summary>
    /// <param name="isMachine">Returns whether there may be a machine of an id.</param>
    /// <param name="warnings">Takes the warnings of the list.</param>
    public async Task<IReadOnlyList<CostRecommendation>> FindAsync(
        IPaperspaceClient client, Func<string, bool> isMachine, ICollection<string> warnings, CancellationToken cancellationToken)
    {
        var addresses = await client.PublicIps.List().ReadAllAsync(warnings, cancellationToken).ConfigureAwait(false);
        return [.. addresses.Where(address => address.AssignedMachineId is not { } id || !isMachine(id)).Select(Recommend)];
    }

    private CostRecommendation Recommend(PublicIp address) =>
        new()
        {
            Finding = nameof(CostRecommendationKind.UnassignedPublicIp),
            ResourceKind = ResourceKinds.PublicIp,
            ResourceId = address.Ip,
            Region = address.Region,
            Reason = address.AssignedMachineId is { } gone
                ? $"It is assigned to machine {gone}, which does not exist."
                : "It is not assigned to a machine.",
            Since = address.DtCreated,
            MonthlySaving = PriceList.Current.PublicIp?.Monthly,
            IsListPrice = PriceList.Current.PublicIp?.Monthly is not null,
            Command = $"Remove-PsPublicIp {CompletionResults.Quote(address.Ip)}{_options.CommandSuffix}",
        };
}

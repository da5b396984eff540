namespace Paperspace.PowerShell;

/// <summary>Reads what cost recommendations need, and finds them.</summary>
internal sealed class CostRecommendationReader
{
    private readonly CostRecommendationOptions _options;
    private readonly MachineRecommendations _machines;
    private readonly PublicIpRecommendations _addresses;
    private readonly SnapshotRecommendations _snapshots;

    /// <summary>Creates a reader.</summary>
    public CostRecommendationReader(CostRecommendationOptions options)
    {
        _options = options;
        _machines = new MachineRecommendations(options);
        _addresses = new PublicIpRecommendations(options);
        _snapshots = new SnapshotRecommendations(options);
    }

    /// <summary>Returns recommendations in the order in which they are shown: what costs most first, and what has no known price
    /// last.</summary>
    public static IReadOnlyList<CostRecommendation> Sort(IEnumerable<CostRecommendation> recommendations) =>
    [
        .. recommendations
            .OrderByDescending(item => item.MonthlyCost ?? -1)
            .ThenBy(item => item.Kind)
            .ThenBy(item => item.ResourceName ?? item.ResourceId, StringComparer.Ordinal),
    ];

    /// <summary>Returns whether a machine of a list may be worth a recommendation by itself, so that it has to be read.</summary>
    public bool MayApply(Machine machine) => _machines.MayApply(machine);

    /// <summary>Finds the recommendations for a machine by itself.</summary>
    public async Task<IReadOnlyList<CostRecommendation>> FindForMachineAsync(
        IPaperspaceClient client,
        string machineId,
        CancellationToken cancellationToken) =>
        await _machines.FindAsync(client, machineId, cancellationToken).ConfigureAwait(false) is { } found ? [found] : [];

    /// <summary>Finds the recommendations for public addresses; none where the API has none, unless just these are asked for.</summary>
    /// <param name="client">The account's client.</param>
    /// <param name="isMachine">Returns whether there is a machine of an id.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public Task<IReadOnlyList<CostRecommendation>> FindForPublicIpsAsync(
        IPaperspaceClient client, Func<string, bool> isMachine, CancellationToken cancellationToken) => FindAsync(
        CostRecommendationKind.UnassignedPublicIp, () => _addresses.FindAsync(client, isMachine, cancellationToken));

    /// <summary>Finds the recommendations for snapshots; none where the API has none, unless just these are asked for.</summary>
    /// <param name="client">The account's client.</param>
    /// <param name="machineId">The machine whose snapshots are meant; null for those of all machines.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public Task<IReadOnlyList<CostRecommendation>> FindForSnapshotsAsync(
        IPaperspaceClient client,
        string? machineId,
        CancellationToken cancellationToken) =>
        FindAsync(CostRecommendationKind.ManySnapshots, () => _snapshots.FindAsync(client, machineId, cancellationToken));

    private async Task<IReadOnlyList<CostRecommendation>> FindAsync(
        CostRecommendationKind kind, Func<Task<IReadOnlyList<CostRecommendation>>> find)
    {
        if (!_options.Includes(kind)) return [];
        try
        {
            return await find().ConfigureAwait(false);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.NotSupported && _options.Kinds is null)
        {
            return [];
        }
    }
}

namespace Paperspace.PowerShell;

/// <summary>Recommends to delete the oldest of many snapshots of a machine.</summary>
internal sealed class SnapshotRecommendations
{
    private const int MaxNamed = 20;

    private readonly CostRecommendationOptions _options;

    public SnapshotRecommendations(CostRecommendationOptions options)
    {
        _options = options;
    }

    /// <summary>Finds the recommendations for the snapshots of machines, at list price: no API returns the price of a snapshot.</summary>
    /// <param name="machineId">The machine; null for all of them.</param>
    /// <param name="findMachine">Returns the machine of an id, whose disk size sets the price; null if unknown.</param>
    /// <param name="warnings">Takes the warnings of the list.</param>
    public async Task<IReadOnlyList<CostRecommendation>> FindAsync(
        IPaperspaceClient client,
        string? machineId,
        Func<string, Machine?> findMachine,
        ICollection<string> warnings,
        CancellationToken cancellationToken)
    {
        var snapshots = await client.Snapshots.List(machineId, includeDates: false).ReadAllAsync(warnings, cancellationToken).ConfigureAwait(false);
        return
        [
            .. snapshots
                .Where(snapshot => snapshot.MachineId is not null)
                .GroupBy(snapshot => snapshot.MachineId!, StringComparer.Ordinal)
                .Where(group => group.Count() > _options.SnapshotCount)
                .Select(group => Recommend(group.Key, [.. group], findMachine(group.Key))),
        ];
    }

    private CostRecommendation Recommend(string machineId, IReadOnlyList<Snapshot> snapshots, Machine? machine)
    {
        var automatic = snapshots.Count(snapshot => snapshot.IsAutoSnapshot == true);
        // The list has the newest first.
        var oldest = snapshots
            .Skip(_options.SnapshotCount)
            .Reverse()
            .Take(MaxNamed)
            .Select(snapshot => CompletionResults.Quote(snapshot.Id))
            .ToArray();
        var saving = oldest.Length * PriceList.Current.Snapshots.FindBytes(machine?.StorageTotal)?.Monthly;
        return new CostRecommendation
        {
            Finding = nameof(CostRecommendationKind.ManySnapshots),
            ResourceKind = ResourceKinds.Machine,
            ResourceId = machineId,
            Reason =
                $"It has {snapshots.Count} snapshots, {snapshots.Count - _options.SnapshotCount} more than {_options.SnapshotCount}. "
                    + $"{automatic} {(automatic == 1 ? "is" : "are")} automatic.",
            MonthlySaving = saving,
            IsListPrice = saving is not null,
            Command = $"Remove-PsSnapshot {string.Join(", ", oldest)}{_options.CommandSuffix}",
        };
    }
}

namespace Paperspace.PowerShell;

/// <summary>Reads what cost recommendations need, and finds them.</summary>
internal sealed class CostRecommendationReader
{
    private readonly MachineRecommendations _machines;

    /// <summary>Creates a reader.</summary>
    public CostRecommendationReader(CostRecommendationOptions options)
    {
        _machines = new MachineRecommendations(options);
    }

    /// <summary>Returns recommendations in the order in which they are shown: what costs most first, and what has no known price last.</summary>
    public static IReadOnlyList<CostRecommendation> Sort(IEnumerable<CostRecommendation> recommendations) =>
    [
        .. recommendations
            .OrderByDescending(item => item.MonthlyCost ?? -1)
            .ThenBy(item => item.Kind)
            .ThenBy(item => item.ResourceName ?? item.ResourceId, StringComparer.Ordinal),
    ];

    /// <summary>Returns whether a machine of a list may be worth a recommendation, so that it has to be read.</summary>
    public bool MayApply(Machine machine) => _machines.MayApply(machine);

    /// <summary>Returns what finds the recommendations for a machine.</summary>
    public Func<IPaperspaceClient, CancellationToken, Task<IReadOnlyList<CostRecommendation>>> ForMachine(string machineId) => async (client, token) =>
        await _machines.FindAsync(client, machineId, token).ConfigureAwait(false) is { } found ? [found] : [];
}

namespace Paperspace.PowerShell;

/// <summary>Finds possible savings for a cmdlet, for single machines or for the whole account.</summary>
internal sealed class CostRecommendationFinder
{
    private readonly AccountCmdlet _cmdlet;
    private readonly CostRecommendationOptions _options;
    private readonly MachineRecommendations _machines;
    private readonly PublicIpRecommendations _addresses;
    private readonly SnapshotRecommendations _snapshots;
    private readonly Dictionary<string, Machine?> _added = new(StringComparer.Ordinal);
    private readonly List<CostRecommendation> _found = [];

    /// <summary>Prepares to find recommendations; sends nothing.</summary>
    public CostRecommendationFinder(AccountCmdlet cmdlet, CostRecommendationOptions options)
    {
        _cmdlet = cmdlet;
        _options = options;
        _machines = new MachineRecommendations(options);
        _addresses = new PublicIpRecommendations(options);
        _snapshots = new SnapshotRecommendations(options);
    }

    /// <summary>Gets the recommendations, the largest saving first and unknown savings last.</summary>
    public IReadOnlyList<CostRecommendation> Found =>
    [
        .. _found
            .OrderByDescending(item => item.MonthlySaving ?? -1)
            .ThenBy(item => item.Finding, StringComparer.Ordinal)
            .ThenBy(item => item.ResourceName ?? item.ResourceId, StringComparer.Ordinal),
    ];

    public Task AddAsync(Machine machine, CancellationToken cancellationToken)
    {
        _added[machine.Id] = machine;
        return _machines.MayApply(machine) ? AddMachineAsync(machine.Id, machine, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Adds the recommendations for a machine, and for its snapshots.</summary>
    public async Task AddAsync(ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        _added[machine.Id] = machine.Resource;
        await AddMachineAsync(machine.Id, machine.Target, cancellationToken);
        await AddSnapshotsAsync(machine.Id, machine.Target, isWholeAccount: false, cancellationToken);
    }

    /// <summary>Adds the recommendations for the snapshots of added machines; for the whole account, for all snapshots and public
    /// addresses.</summary>
    public async Task AddOthersAsync(bool isWholeAccount, CancellationToken cancellationToken)
    {
        if (isWholeAccount)
            await _cmdlet.SubmitAsync(
                (client, token) => FindAsync(
                    CostRecommendationKind.UnassignedPublicIp, () => _addresses.FindAsync(client, _added.ContainsKey, token)),
                "public addresses",
                _found.AddRange,
                cancellationToken);
        await AddSnapshotsAsync(null, "snapshots", isWholeAccount, cancellationToken);
    }

    private Machine? FindMachine(string id) => _added.TryGetValue(id, out var machine) ? machine : null;

    private Task AddMachineAsync(string id, object target, CancellationToken cancellationToken) => _cmdlet.SubmitAsync(
        (client, token) => _machines.FindAsync(client, id, token),
        target,
        found =>
        {
            if (found is not null) _found.Add(found);
        },
        cancellationToken);

    private Task AddSnapshotsAsync(string? machineId, object target, bool isWholeAccount, CancellationToken cancellationToken) =>
        _cmdlet.SubmitAsync(
            (client, token) => FindAsync(
                CostRecommendationKind.ManySnapshots, () => _snapshots.FindAsync(client, machineId, FindMachine, token)),
            target,
            found =>
            {
                foreach (var item in found.Where(item => isWholeAccount || _added.ContainsKey(item.ResourceId)))
                {
                    item.ResourceName = FindMachine(item.ResourceId)?.Name;
                    _found.Add(item);
                }
            },
            cancellationToken);

    /// <summary>Finds nothing if the API lacks the resource, unless the caller named the kind.</summary>
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

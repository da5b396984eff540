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
    private readonly HashSet<string> _warnings = new(StringComparer.Ordinal);
    private bool _isMachineListIncomplete;

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

    /// <summary>Records that the list of machines may be incomplete, so that an id that it lacks may be a machine's.</summary>
    public void AddListWarning() => _isMachineListIncomplete = true;

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
                    CostRecommendationKind.UnassignedPublicIp,
                    warnings => _addresses.FindAsync(client, id => _isMachineListIncomplete || _added.ContainsKey(id), warnings, token)),
                "public addresses",
                read =>
                {
                    Warn(read.Warnings);
                    _found.AddRange(read.Items);
                },
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
                CostRecommendationKind.ManySnapshots,
                warnings => _snapshots.FindAsync(client, machineId, FindMachine, warnings, token)),
            target,
            read =>
            {
                Warn(read.Warnings);
                foreach (var item in read.Items.Where(item => isWholeAccount || _added.ContainsKey(item.ResourceId)))
                {
                    item.ResourceName = FindMachine(item.ResourceId)?.Name;
                    _found.Add(item);
                }
            },
            cancellationToken);

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
            if (_warnings.Add(warning)) _cmdlet.WriteWarning(warning);
    }

    /// <summary>Finds nothing if the API lacks the resource, unless the caller named the kind.</summary>
    private async Task<(IReadOnlyList<CostRecommendation> Items, IReadOnlyList<string> Warnings)> FindAsync(
        CostRecommendationKind kind, Func<ICollection<string>, Task<IReadOnlyList<CostRecommendation>>> find)
    {
        if (!_options.Includes(kind)) return ([], []);
        try
        {
            var warnings = new List<string>();
            return (await find(warnings).ConfigureAwait(false), warnings);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.NotSupported && _options.Kinds is null)
        {
            return ([], []);
        }
    }
}

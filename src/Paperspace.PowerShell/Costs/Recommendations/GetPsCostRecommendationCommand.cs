using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Finds what is paid for and may not be used, with what it costs and the command that would end it.</summary>
[Cmdlet(VerbsCommon.Get, "PsCostRecommendation", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(CostRecommendation))]
public sealed class GetPsCostRecommendationCommand : AccountCmdlet
{
    private const string MachineSet = "Machine";
    private const string IdSet = "Id";

    private readonly List<CostRecommendation> _found = [];
    private readonly ResourceTargets<Machine> _targets;
    private CostRecommendationReader? _reader;

    /// <summary>Creates the cmdlet.</summary>
    public GetPsCostRecommendationCommand()
    {
        _targets = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the machines to look at: ids, names, names with wildcards, or machines; all of the account without
    /// it.</summary>
    [Parameter(Position = 0, ParameterSetName = MachineSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Id { get; set; }

    /// <summary>Gets or sets the kinds to look for. All without it.</summary>
    [Parameter]
    public CostRecommendationKind[]? Kind { get; set; }

    /// <summary>Gets or sets how long a machine without a shutdown timeout runs before it is worth a recommendation; a number means hours.
    /// 24 hours without it.</summary>
    [Parameter]
    [Hours]
    public TimeSpan RunningLongerThan { get; set; } = CostRecommendationOptions.DefaultRunningTime;

    /// <summary>Gets or sets how many snapshots of a machine are worth none. 5 without it.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SnapshotLimit { get; set; } = CostRecommendationOptions.DefaultSnapshotCount;

    private CostRecommendationReader Reader => _reader ??= new CostRecommendationReader(new CostRecommendationOptions
    {
        Kinds = Kind,
        RunningTime = RunningLongerThan,
        SnapshotCount = SnapshotLimit,
        CommandSuffix = Account is null ? "" : $" -Account {CompletionResults.Quote(Account.ToString())}",
    });

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var given = ParameterSetName == IdSet ? Id : Machine;
        if (given is null)
        {
            await FindAllAsync(cancellationToken);
            return;
        }

        foreach (var machine in await _targets.FindAllAsync(Client, given, cancellationToken))
        {
            await SubmitAsync(
                (client, token) => _targets.SendAsync(
                    client, machine, found => Reader.FindForMachineAsync(client, found.Id, token), token),
                machine.Target,
                _found.AddRange,
                cancellationToken);
            await SubmitAsync(
                (client, token) => Reader.FindForSnapshotsAsync(client, machine.Id, token),
                machine.Target,
                found => AddNamed(found, _ => machine.Name),
                cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        WriteObject(CostRecommendationReader.Sort(_found), enumerateCollection: true);
    }

    private async Task FindAllAsync(CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        using var pager = Client.Machines.List();
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            foreach (var machine in page)
            {
                names[machine.Id] = machine.Name;
                if (Reader.MayApply(machine))
                    await SubmitAsync(
                        (client, token) => Reader.FindForMachineAsync(client, machine.Id, token),
                        machine,
                        _found.AddRange,
                        cancellationToken);
            }

            if (page.Warning is { } warning) WriteWarning(warning);
        }

        await SubmitAsync(
            (client, token) => Reader.FindForPublicIpsAsync(client, names.ContainsKey, token),
            "public addresses",
            _found.AddRange,
            cancellationToken);
        await SubmitAsync(
            (client, token) => Reader.FindForSnapshotsAsync(client, null, token),
            "snapshots",
            found => AddNamed(found, id => names.TryGetValue(id, out var name) ? name : null),
            cancellationToken);
    }

    private void AddNamed(IReadOnlyList<CostRecommendation> found, Func<string, string?> findName)
    {
        foreach (var item in found) item.ResourceName = findName(item.ResourceId);
        _found.AddRange(found);
    }
}

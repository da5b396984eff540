using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists machines (operation list), or reads single ones with their events (operation show).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachine", DefaultParameterSetName = OfMachine)]
[OutputType(typeof(Machine))]
public sealed class GetPsMachineCommand : AccountCmdlet
{
    private const string OfMachine = "Machine";
    private const string OfNetwork = "Network";

    private readonly ResourceParameter<Network> _networks;
    private readonly ResourceTargets<Machine> _targets;
    private MachineQuery? _query;

    /// <summary>Creates the cmdlet.</summary>
    public GetPsMachineCommand()
    {
        _networks = new(this, NetworkDescriptor.Instance, nameof(Network));
        _targets = new(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines. An id is read with its events; with filters
    /// beside it, only machines that match are emitted, as a list has them.</summary>
    [Parameter(Position = 0, ParameterSetName = OfMachine, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor), LeavesOthers = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(ParameterSetName = OfMachine)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Id { get; set; }

    /// <summary>Gets or sets the names, with wildcards.</summary>
    [Parameter]
    [Alias("MachineName")]
    [SupportsWildcards]
    [NameTransformation("machine's name")]
    [ArgumentCompleter(typeof(ResourceNameCompleter<Machine, MachineDescriptor>))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the states: machines in any of them.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(StateCompleter))]
    public NullableString[]? State { get; set; }

    /// <summary>Gets or sets the regions, as NY2, CA1, AMS1 or full names: machines in any of them.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public NullableString[]? Region { get; set; }

    /// <summary>Gets or sets the machine types: machines of any of them. The machines are matched as they come, since the API
    /// cannot.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public NullableString[]? MachineType { get; set; }

    /// <summary>Gets or sets the operating system, exactly.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public NullableString? Os { get; set; }

    /// <summary>Gets or sets the memory in bytes; 30GB is a number in PowerShell.</summary>
    [Parameter]
    [NumberTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public long? Ram { get; set; }

    /// <summary>Gets or sets the number of CPUs.</summary>
    [Parameter]
    [NumberTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Cpus { get; set; }

    /// <summary>Gets or sets the GPU, exactly.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public NullableString? Gpu { get; set; }

    /// <summary>Gets or sets the disk's size in bytes.</summary>
    [Parameter]
    [NumberTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public long? StorageTotal { get; set; }

    /// <summary>Gets or sets the disk's used part in bytes.</summary>
    [Parameter]
    [NumberTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public long? StorageUsed { get; set; }

    /// <summary>Gets or sets the label of the usage rate, such as 'P4000 hourly'.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public NullableString? UsageRate { get; set; }

    /// <summary>Gets or sets the shutdown timeout in hours.</summary>
    [Parameter]
    [NumberTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? ShutdownTimeoutInHours { get; set; }

    /// <summary>Gets or sets whether snapshots are taken by themselves.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>Gets or sets how often snapshots are taken.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SnapshotFrequencyCompleter))]
    public NullableString? AutoSnapshotFrequency { get; set; }

    /// <summary>Gets or sets how many automatic snapshots are kept.</summary>
    [Parameter]
    [NumberTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>Gets or sets the agents, such as LinuxHeadless: machines with any of them.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(AgentTypeCompleter))]
    public NullableString[]? AgentType { get; set; }

    /// <summary>Gets or sets when it was created, exactly.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets whether updates are pending.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? UpdatesPending { get; set; }

    /// <summary>Gets or sets the private network: its name or id, or the network itself.</summary>
    [Parameter(ParameterSetName = OfMachine)]
    [Parameter(ParameterSetName = OfNetwork, Mandatory = true, ValueFromPipeline = true)]
    [Resource(typeof(NetworkDescriptor), IsSingle = true, LeavesOthers = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>? Network { get; set; }

    /// <summary>Gets or sets the private network's id.</summary>
    [Parameter]
    [ResourceId(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Network, NetworkDescriptor>))]
    public NullableString? NetworkId { get; set; }

    /// <summary>Gets or sets the private IP address.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public NullableString? PrivateIpAddress { get; set; }

    /// <summary>Gets or sets the public IP address.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public NullableString? PublicIpAddress { get; set; }

    /// <summary>Gets or sets the user's id.</summary>
    [Parameter]
    [ResourceId(typeof(UserDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<User, UserDescriptor>))]
    public NullableString? UserId { get; set; }

    /// <summary>Gets or sets the team's id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public NullableString? TeamId { get; set; }

    /// <summary>Gets or sets the script's id.</summary>
    [Parameter]
    [ResourceId(typeof(ScriptDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Script, ScriptDescriptor>))]
    public NullableString? ScriptId { get; set; }

    /// <summary>Gets or sets when the script was last run, exactly.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? DtLastRun { get; set; }

    /// <summary>Gets or sets the maximum number of machines.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Limit { get; set; }

    /// <summary>Gets or sets how many of the machines that match to pass over first.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Skip { get; set; }

    private int? MaxMachines => IsBound(nameof(Limit)) ? Limit : null;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var query = _query ??= new MachineQuery(this, NewFilter(), Name, MaxMachines, Skip);
        if (await FindFilterAsync(query, cancellationToken) is not { } filter) return;
        if (Machine is null && Id is null)
        {
            await ListAsync(query, filter, cancellationToken);
            return;
        }

        var names = new List<string>();
        foreach (var machine in (Machine ?? []).Concat(Id ?? []))
        {
            if (query.IsFull) return;
            if (!machine.IsId && !MachineDescriptor.Instance.LooksLikeId(machine.Id)) names.Add(machine.Id);
            else
                await SubmitAsync(
                    (client, token) => ReadAsync(client, machine, query, filter, token),
                    machine.Target,
                    machines => WriteMatches(query, machines),
                    cancellationToken);
        }

        if (names.Count > 0)
            await SubmitAsync(
                (client, token) => _targets.Lookup.ListAsync(client, token),
                names.Count == 1 ? names[0] : "machines",
                machines => Write(query, filter, machines, names),
                cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (_query is not { IsFull: false } query) return;
        foreach (var name in query.UnmatchedNames)
        {
            // A filter that the API applied may have hidden the machine.
            var machines = await _targets.Lookup.ListAsync(Client, cancellationToken);
            if (!machines.Any(machine => NameMatcher.IsSame(name, machine.Name)))
                WriteFailure(MachineDescriptor.Instance.NotFound(machines, name), name);
        }

        foreach (var pattern in query.UnmatchedPatterns) _targets.WarnOfNoMatch(pattern);
        if (query.HasMatched) return;
        var known = query.HasHardwareFilter ? await TryListAsync(cancellationToken) : [];
        foreach (var warning in query.GetUnknownValueWarnings(known)) WriteWarning(warning);
    }

    /// <summary>Lists the machines for a warning, which does without them.</summary>
    private async Task<IReadOnlyList<Machine>> TryListAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _targets.Lookup.ListAsync(Client, cancellationToken);
        }
        catch (PaperspaceException)
        {
            return [];
        }
    }

    /// <remarks>The list is not filtered by the API, so that a filter never hides that a machine exists.</remarks>
    private void Write(MachineQuery query, MachineFilter filter, IReadOnlyList<Machine> machines, List<string> names)
    {
        WriteListWarnings();
        var missing = new List<string>();
        var found = MachineDescriptor.Instance.Find(machines, names, missing);
        WriteMatches(query, [.. found.Where(filter.Matches)]);
        if (query.IsFull) return;
        foreach (var name in missing)
            if (NameMatcher.FindPattern(name) is not null) _targets.WarnOfNoMatch(name);
            else WriteFailure(MachineDescriptor.Instance.NotFound(machines, name), name);
    }

    private Task<IReadOnlyList<Machine>> ReadAsync(
        IPaperspaceClient client,
        ResourceIdentity<Machine> machine,
        MachineQuery query,
        MachineFilter filter,
        CancellationToken cancellationToken) =>
        _targets.SendAsync(client, machine, found => ReadAsync(client, found.Id, query, filter, cancellationToken), cancellationToken);

    private static async Task<IReadOnlyList<Machine>> ReadAsync(
        IPaperspaceClient client, string machineId, MachineQuery query, MachineFilter filter, CancellationToken cancellationToken)
    {
        if (!query.MatchesHere && filter.Values.Count == 0)
            return [await client.Machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false)];
        using var pager = client.Machines.List(filter.WithMachine(machineId));
        if (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } found) return found;
        // Find out whether the filters leave the machine out, or whether there is none.
        _ = await client.Machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false);
        return [];
    }

    /// <returns>What the API filters, for the network of this object of the pipeline too; null where there is no such network.</returns>
    private async Task<MachineFilter?> FindFilterAsync(MachineQuery query, CancellationToken cancellationToken)
    {
        // That there is no account concerns the command, and not what is piped to it.
        var client = Client;
        try
        {
            return await _networks.FindAsync(client, Network, takesRow: false, cancellationToken) is { } network
                ? query.Filter.WithNetwork(network.Id)
                : query.Filter;
        }
        catch (PaperspaceException unknown) when (!IsGiven(nameof(Network)))
        {
            WriteFailure(unknown, Network?.Target);
            return null;
        }
    }

    private async Task ListAsync(MachineQuery query, MachineFilter filter, CancellationToken cancellationToken)
    {
        if (query.IsFull) return;
        // With several networks, what is counted is counted over all of them.
        var countsHere = query.MatchesHere || filter != query.Filter;
        using var pager = countsHere ? Client.Machines.List(filter) : Client.Machines.List(filter, MaxMachines, Skip);
        while (!query.IsFull && await pager.NextAsync(cancellationToken) is { } page)
        {
            if (countsHere) WriteMatches(query, page);
            else WritePage(query, page);
            if (page.Warning is { } warning) WriteWarning(warning);
        }
    }

    private void WriteMatches(MachineQuery query, IReadOnlyList<Machine> machines)
    {
        foreach (var machine in machines)
            if (query.Take(machine))
                WriteObject(machine);
    }

    private void WritePage(MachineQuery query, Page<Machine> page)
    {
        query.HasMatched |= page.Count > 0;
        WriteObject(page, enumerateCollection: true);
    }

    private MachineFilter NewFilter() =>
        OptionBinder.Fill(
            new MachineFilter(),
            this,
            takesRow: false,
            nameof(Machine),
            nameof(Id),
            nameof(Name),
            nameof(State),
            nameof(Region),
            nameof(MachineType),
            nameof(AgentType));
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists machines (operation list), or reads single ones with their events (operation show).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachine")]
[OutputType(typeof(Machine))]
public sealed class GetPsMachineCommand : AccountCmdlet
{
    /// <summary>The machines to read, with their events: ids, machines, or objects with an Id or MachineId property. With filters
    /// beside it, only those that match are given, as a list gives them: without events.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[]? Id { get; set; }

    /// <summary>The names, with wildcards.</summary>
    [Parameter(Position = 0)]
    [Alias("MachineName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MachineNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The state.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(StateCompleter))]
    public NullableText? State { get; set; }

    /// <summary>The region: NY2, CA1, AMS1, or a full name.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public NullableText? Region { get; set; }

    /// <summary>The operating system, exactly.</summary>
    [Parameter]
    public NullableText? Os { get; set; }

    /// <summary>Memory in bytes; 30GB is a number in PowerShell.</summary>
    [Parameter]
    public long? Ram { get; set; }

    /// <summary>The number of CPUs.</summary>
    [Parameter]
    public int? Cpus { get; set; }

    /// <summary>The GPU, exactly.</summary>
    [Parameter]
    public NullableText? Gpu { get; set; }

    /// <summary>The disk's size in bytes.</summary>
    [Parameter]
    public long? StorageTotal { get; set; }

    /// <summary>The disk's used part in bytes.</summary>
    [Parameter]
    public long? StorageUsed { get; set; }

    /// <summary>The label of the usage rate, such as 'P4000 hourly'.</summary>
    [Parameter]
    public NullableText? UsageRate { get; set; }

    /// <summary>The shutdown timeout in hours.</summary>
    [Parameter]
    public int? ShutdownTimeoutInHours { get; set; }

    /// <summary>Whether snapshots are taken by themselves.</summary>
    [Parameter]
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>How often snapshots are taken.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SnapshotFrequencyCompleter))]
    public NullableText? AutoSnapshotFrequency { get; set; }

    /// <summary>How many automatic snapshots are kept.</summary>
    [Parameter]
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>The agent, such as LinuxHeadless.</summary>
    [Parameter]
    public NullableText? AgentType { get; set; }

    /// <summary>When it was created, exactly.</summary>
    [Parameter]
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Whether updates are pending.</summary>
    [Parameter]
    public bool? UpdatesPending { get; set; }

    /// <summary>The private network's id.</summary>
    [Parameter]
    public NullableText? NetworkId { get; set; }

    /// <summary>The private IP address.</summary>
    [Parameter]
    public NullableText? PrivateIpAddress { get; set; }

    /// <summary>The public IP address.</summary>
    [Parameter]
    public NullableText? PublicIpAddress { get; set; }

    /// <summary>The user's id.</summary>
    [Parameter]
    public NullableText? UserId { get; set; }

    /// <summary>The team's id.</summary>
    [Parameter]
    public NullableText? TeamId { get; set; }

    /// <summary>The script's id.</summary>
    [Parameter]
    public NullableText? ScriptId { get; set; }

    /// <summary>When the script was last run, exactly.</summary>
    [Parameter]
    public DateTimeOffset? DtLastRun { get; set; }

    /// <summary>How many machines at the most.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Limit { get; set; }

    /// <summary>How many machines of the list to pass over first.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    private int? Most => IsBound(nameof(Limit)) ? Limit : null;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var filter = OptionBinder.Fill(new MachineFilter(), this, nameof(Id), nameof(Name));
        var names = Name is { Length: > 0 } ? new NameMatcher(Name) : null;
        if (!IsBound(nameof(Id)))
        {
            await ListAsync(filter, names, cancellationToken);
            return;
        }

        foreach (var machine in Id ?? [])
            await SubmitAsync(
                (client, token) => ReadAsync(client, machine, filter, names, token),
                machine.Target,
                machines => WriteObject(machines, enumerateCollection: true),
                cancellationToken);
    }

    private async Task ListAsync(MachineFilter filter, NameMatcher? names, CancellationToken cancellationToken)
    {
        if (names is null)
        {
            using var pager = Client.Machines.List(filter, Most, Skip);
            while (await pager.NextAsync(cancellationToken) is { } page) WriteObject(page, enumerateCollection: true);
            return;
        }

        // The API matches one name, letter by letter; names here match as PowerShell's do.
        if (names.OnlyLiteral is { } literal)
        {
            filter.Name = literal;
            await ListMatchingAsync(filter, names, cancellationToken);
            if (names.Unmatched.Count == 0) return;
            filter = OptionBinder.Fill(new MachineFilter(), this, nameof(Id), nameof(Name));
        }

        var others = await ListMatchingAsync(filter, names, cancellationToken);
        foreach (var name in names.Unmatched) WriteFailure(NoSuchName(name, others), name);
    }

    /// <summary>Gives the machines whose names match, and the names of the others.</summary>
    private async Task<IReadOnlyCollection<string>> ListMatchingAsync(MachineFilter filter, NameMatcher names, CancellationToken cancellationToken)
    {
        var others = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = Most ?? int.MaxValue;
        using var pager = Client.Machines.List(filter, null, Skip);
        while (left > 0 && await pager.NextAsync(cancellationToken) is { } page)
            foreach (var machine in page)
                if (!names.Matches(machine.Name)) others.Add(machine.Name ?? "");
                else if (left-- > 0) WriteObject(machine);
        return others;
    }

    private static async Task<IReadOnlyList<Machine>> ReadAsync(
        IPaperspaceClient client, MachineIdentity machine, MachineFilter filter, NameMatcher? names, CancellationToken cancellationToken)
    {
        if (filter.Values.Count == 0 && names is null) return [await client.Machines.GetAsync(machine.Id, cancellationToken).ConfigureAwait(false)];
        using var pager = client.Machines.List(filter.WithMachine(machine.Id));
        var found = (await pager.NextAsync(cancellationToken).ConfigureAwait(false)) as IReadOnlyList<Machine> ?? [];
        return [.. found.Where(item => names?.Matches(item.Name) != false)];
    }

    private static PaperspaceException NoSuchName(string name, IEnumerable<string> others)
    {
        var nearest = SimilarNames.Find(name, others);
        var hint = nearest.Count == 0 ? "" : $" The nearest names: {string.Join(", ", nearest.Select(near => $"'{TerminalText.Sanitize(near)}'"))}.";
        return new PaperspaceException(PaperspaceErrorReason.MachineNotFound, $"No machine has the name '{TerminalText.Sanitize(name)}'.{hint}");
    }
}

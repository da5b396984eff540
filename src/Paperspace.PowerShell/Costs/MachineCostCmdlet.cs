using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets about what machines cost: of those that are given, or of all of the account.</summary>
public abstract class MachineCostCmdlet : BillingMonthCmdlet
{
    private readonly List<Machine> _machines = [];
    private readonly ResourceTargets<Machine> _targets;
    private readonly Dictionary<string, string> _unread = new(StringComparer.Ordinal);
    private ReadProgress? _progress;

    private protected MachineCostCmdlet()
    {
        _targets = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the utilizations, or machines whose use is read: ids, machines, or objects with an Id or MachineId property.
    /// All machines of the account without it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Machine", "Id", "MachineId")]
    [SupportsWildcards]
    [MachineCostSourceTransformation]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public MachineCostSource[]? InputObject { get; set; }

    /// <summary>Gets the costs so far.</summary>
    private protected MachineCostCollection Costs { get; } = new();

    /// <summary>Gets the machines that are known, of all of the account or as they were given.</summary>
    private protected IReadOnlyList<Machine> Machines => _machines;

    /// <summary>Gets whether all machines of the account are meant.</summary>
    private protected bool IsWholeAccount { get; private set; }

    /// <summary>Gets the machines whose use could not be read, each in words.</summary>
    private protected IReadOnlyList<string> Unread => [.. _unread.Values];

    /// <summary>Gets whether there is anything that costs were asked of.</summary>
    private protected bool HasSubject => IsWholeAccount || Costs.Figures.Count > 0 || _machines.Count > 0;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (!IsBound(nameof(InputObject)))
        {
            IsWholeAccount = true;
            await ListAsync(machine => AddListedAsync(machine, cancellationToken), cancellationToken);
            return;
        }

        foreach (var source in InputObject ?? [])
            if (source.Figure is { } figure) Add(figure);
            else
                foreach (var machine in await _targets.FindAsync(Client, source.Machine!, cancellationToken))
                    await AddAsync(machine, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        _progress?.Dispose();
    }

    /// <summary>Fills in what machines are, where the costs that were given do not tell it.</summary>
    private protected async Task DescribeAsync(IReadOnlyCollection<MachineCostGrouping> groupings, CancellationToken cancellationToken)
    {
        if (!IsWholeAccount && Costs.Lacks(groupings))
            try
            {
                await ListAsync(_ => Task.CompletedTask, cancellationToken);
            }
            catch (PaperspaceException failure)
            {
                WriteWarning($"What the machines are is not known of all, since they cannot be listed: {failure.Message}");
            }

        Costs.Describe(_machines);
    }

    private async Task ListAsync(Func<Machine, Task> take, CancellationToken cancellationToken)
    {
        using var pager = Client.Machines.List();
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            _machines.AddRange(page);
            foreach (var machine in page) await take(machine);
            if (page.Warning is { } warning) WriteWarning(warning);
        }
    }

    private Task AddListedAsync(Machine machine, CancellationToken cancellationToken)
    {
        try
        {
            return AddAsync(MachineDescriptor.Instance.Identify(machine), cancellationToken);
        }
        catch (PaperspaceException odd)
        {
            // One id that cannot be sent concerns no other machine.
            _unread[machine.Id] = TerminalText.Sanitize(machine.Id);
            WriteFailure(odd, machine);
            return Task.CompletedTask;
        }
    }

    private async Task AddAsync(ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        if (!IsWholeAccount && machine.Resource is { } given) _machines.Add(given);
        // In a month in which there was no machine it has cost nothing.
        var months = Months
            .Where(month => !(machine.Resource?.DtCreated >= month.End) && !(machine.Resource?.DtDeleted < month.Start))
            .ToArray();
        if (months.Length == 0) return;
        _progress ??= new ReadProgress(this, "Reading usage");
        _progress.Add();
        _unread[machine.Id] = machine.ToString();
        await SubmitAsync(
            (client, token) => _targets.SendAsync(
                client,
                machine,
                found => client.Machines.GetUtilizationAsync(found.Id, found.Resource, months, token),
                token),
            machine.Target,
            read =>
            {
                _unread.Remove(machine.Id);
                _progress.Advance();
                foreach (var utilization in read) Add(MachineCostFigure.Find(utilization));
            },
            cancellationToken);
    }

    private void Add(MachineCostFigure? figure)
    {
        if (figure is not null && !Costs.Add(figure))
            WriteVerbose($"{figure.MachineId} {figure.BillingMonth}: counted once, although it came again.");
    }
}

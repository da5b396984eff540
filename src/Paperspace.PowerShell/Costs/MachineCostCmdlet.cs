using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets about what machines cost: of those that are given, or of the whole account.</summary>
public abstract class MachineCostCmdlet : BillingMonthCmdlet
{
    private readonly List<Machine> _machines = [];
    private readonly ResourceTargets<Machine> _targets;
    private readonly Dictionary<string, string> _unread = new(StringComparer.Ordinal);
    private AccountResourceCosts? _resources;
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
    private protected bool HasSubject => IsWholeAccount || Costs.Figures.Count > 0 || _machines.Count > 0 || _unread.Count > 0;

    /// <summary>Gets whether months that have not begun are an error.</summary>
    private protected virtual bool RefusesFutureMonths => true;

    /// <summary>Gets the present time: the account's if it was asked, which may be a simulated one.</summary>
    private protected DateTimeOffset Now => _progress is not null || IsWholeAccount ? Client.Now : TimeProvider.System.GetUtcNow();

    /// <summary>Gets what the sums of the whole account leave out, in words; null for the costs of given machines.</summary>
    private protected string? NotCounted
    {
        get
        {
            if (!IsWholeAccount) return null;
            var kinds = _resources?.NotReturned.Select(CostKinds.GetPlural).ToArray() ?? [];
            return "machines that were removed and are no longer listed"
                + (kinds.Length == 0 ? "" : $"; {string.Join(", ", kinds)}, which this API does not return");
        }
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (!IsBound(nameof(InputObject)))
        {
            IsWholeAccount = true;
            RequirePast();
            await AddAllAsync(cancellationToken);
            _resources = new AccountResourceCosts(this, Months, Add);
            await _resources.SubmitAsync(_machines, cancellationToken);
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
                await ListAsync(_ => { }, cancellationToken);
            }
            catch (PaperspaceException failure)
            {
                WriteWarning($"The names, types, regions and states of some machines are unknown, since they cannot be listed: {failure.Message}");
            }

        Costs.Describe(_machines);
    }

    private void RequirePast()
    {
        var current = new BillingMonth(Client.Now);
        if (RefusesFutureMonths && Months.FirstOrDefault(month => month.Start > current.Start) is { } future)
            throw PaperspaceException.InvalidRequest($"{future} has not begun, so its cost is unknown.", nameof(BillingMonth));
    }

    /// <summary>Reads the use of all machines while they are still being listed, so that the list costs no time of its own and its length
    /// is known early.</summary>
    private async Task AddAllAsync(CancellationToken cancellationToken)
    {
        _progress = new ReadProgress(this, "Reading usage") { IsListing = true };
        using var listing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = new TaskCompletionSource<bool>();
        var list = ListAsync(
            count =>
            {
                _progress.Add(count);
                next.TrySetResult(true);
            },
            listing.Token);
        try
        {
            for (var i = 0; ; i++)
            {
                while (i == _machines.Count && !list.IsCompleted)
                {
                    await Task.WhenAny(list, next.Task);
                    next = new TaskCompletionSource<bool>();
                }

                if (i == _machines.Count) break;
                await AddAsync(MachineDescriptor.Instance.Identify(_machines[i]), cancellationToken);
            }
        }
        finally
        {
            listing.Cancel();
            _progress.IsListing = false;
        }

        await list;
    }

    private async Task ListAsync(Action<int> listed, CancellationToken cancellationToken)
    {
        using var pager = Client.Machines.List();
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            _machines.AddRange(page);
            listed(page.Count);
            if (page.Warning is { } warning) WriteWarning(warning);
        }
    }

    private async Task AddAsync(ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        if (!IsWholeAccount)
        {
            RequirePast();
            if (machine.Resource is { } given) _machines.Add(given);
        }

        // In a month in which the machine did not exist it has cost nothing.
        var months = Months
            .Where(month => !(machine.Resource?.DtCreated >= month.End) && !(machine.Resource?.DtDeleted < month.Start))
            .ToArray();
        if (months.Length == 0)
        {
            if (IsWholeAccount) _progress!.Advance();
            return;
        }

        _progress ??= new ReadProgress(this, "Reading usage");
        if (!IsWholeAccount) _progress.Add(1);
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
                foreach (var utilization in read)
                {
                    ListPrices.Fill(utilization);
                    Add(MachineCostFigure.Find(utilization));
                }
            },
            cancellationToken);
    }

    /// <summary>Adds an unknown cost for each machine that could not be read, once all were.</summary>
    private protected void AddUnread()
    {
        foreach (var machine in _unread)
            foreach (var month in Months)
                Add(MachineCostFigure.Unread(
                    CostKind.Machine, machine.Key, _machines.Find(item => item.Id == machine.Key)?.Name, month));
    }

    private void Add(MachineCostFigure? figure)
    {
        if (figure is not null && !Costs.Add(figure))
            WriteVerbose($"{figure.MachineId} {figure.BillingMonth}: counted once, although it came again.");
    }
}

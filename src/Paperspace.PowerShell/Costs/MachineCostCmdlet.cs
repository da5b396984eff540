using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets about the cost of given machines, or of the whole account.</summary>
public abstract class MachineCostCmdlet : BillingMonthCmdlet
{
    private readonly List<Machine> _machines = [];
    private readonly ResourceTargets<Machine> _targets;
    private readonly Dictionary<string, string> _unread = new(StringComparer.Ordinal);
    private readonly List<string> _unmatched = [];
    private string? _listWarning;
    private AccountResourceCosts? _resources;
    private ReadProgress? _progress;

    private protected MachineCostCmdlet()
    {
        _targets = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the utilizations, or the machines whose usage is read: ids, names, machines, or objects with an Id or MachineId
    /// property. The default is the whole account.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Machine", "Id", "MachineId")]
    [SupportsWildcards]
    [MachineCostSourceTransformation]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public MachineCostSource[]? InputObject { get; set; }

    /// <summary>Gets the costs so far.</summary>
    private protected MachineCostCollection Costs { get; } = new();

    /// <summary>Gets the machines with a description: all of the account, or those that were given.</summary>
    private protected IReadOnlyList<Machine> Machines => _machines;

    /// <summary>Gets whether all machines of the account are meant.</summary>
    private protected bool IsWholeAccount { get; private set; }

    /// <summary>Gets whether the list of machines may be incomplete.</summary>
    private protected bool IsMachineListIncomplete => _listWarning is not null;

    /// <summary>Gets the machines whose usage could not be read.</summary>
    private protected IReadOnlyList<string> Unread => [.. _unread.Values];

    /// <summary>Gets why a part of the input has no cost: names and patterns without a machine, and values that are not machines.</summary>
    private protected IReadOnlyList<string> Unmatched => _unmatched;

    /// <summary>Gets whether the input contained anything that can have a cost.</summary>
    private protected bool HasSubject => IsWholeAccount || Costs.Figures.Count > 0 || _machines.Count > 0 || _unread.Count > 0;

    /// <summary>Gets whether months that have not begun are an error.</summary>
    private protected virtual bool RefusesFutureMonths => true;

    /// <summary>Gets the current time: the account's clock if the account was used, since it may be simulated.</summary>
    private protected DateTimeOffset Now => _progress is not null || IsWholeAccount ? Client.Now : TimeProvider.System.GetUtcNow();

    /// <summary>Gets what the sums of the whole account leave out; null for given machines.</summary>
    private protected string? NotCounted
    {
        get
        {
            if (!IsWholeAccount) return null;
            var kinds = _resources?.NotReturned.OrderBy(kind => kind).Select(CostKinds.GetPlural).ToArray() ?? [];
            return "deleted machines"
                + (kinds.Length == 0 ? "" : $"; {string.Join(", ", kinds)} (not available from this API)");
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

        foreach (var source in InputObject ?? []) await AddAsync(source, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        _progress?.Dispose();
    }

    /// <summary>Adds names, types, regions and states to figures that lack what they are grouped by.</summary>
    private protected async Task DescribeAsync(IReadOnlyCollection<MachineCostGrouping> groupings, CancellationToken cancellationToken)
    {
        if (!IsWholeAccount && Costs.Lacks(groupings))
            try
            {
                await ListAsync(_ => { }, WriteWarning, cancellationToken);
            }
            catch (PaperspaceException failure)
            {
                WriteWarning($"Some names, types, regions and states are unknown, because the machines could not be listed: {failure.Message}");
            }

        Costs.Describe(_machines);
    }

    private void RequirePast()
    {
        var current = new BillingMonth(Client.Now);
        if (RefusesFutureMonths && Months.FirstOrDefault(month => month.Start > current.Start) is { } future)
            throw PaperspaceException.InvalidRequest($"{future} has not started, so its cost is unknown.", nameof(BillingMonth));
    }

    /// <summary>Reads the usage of machines while the rest are still being listed.</summary>
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
            warning =>
            {
                _listWarning = warning;
                WriteWarning(warning);
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
                await AddListedAsync(_machines[i], cancellationToken);
            }
        }
        finally
        {
            listing.Cancel();
            _progress.IsListing = false;
        }

        await list;
    }

    private async Task ListAsync(Action<int> listed, Action<string> warn, CancellationToken cancellationToken)
    {
        using var pager = Client.Machines.List();
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            _machines.AddRange(page);
            listed(page.Count);
            if (page.Warning is { } warning) warn(warning);
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
            // An invalid id fails only its own machine.
            _unread[machine.Id] = TerminalText.Sanitize(machine.Id);
            WriteFailure(odd, machine);
            _progress?.Advance();
            return Task.CompletedTask;
        }
    }

    private async Task AddAsync(MachineCostSource source, CancellationToken cancellationToken)
    {
        if (source.Failure is { } failure)
        {
            WriteFailure(failure, source.Id);
            if (source.Figure is null) _unmatched.Add(failure.Message);
            else Add(source.Figure.AsUnread());
            return;
        }

        if (source.Figure is { } figure)
        {
            Add(figure);
            return;
        }

        var found = await _targets.FindAsync(Client, source.Machine!, cancellationToken);
        if (_targets.Lookup.Warnings is [var warning, ..]) _listWarning ??= warning;
        if (found.Count == 0) _unmatched.Add($"no machine matches '{TerminalText.Sanitize(source.Id)}'");
        foreach (var machine in found) await AddAsync(machine, cancellationToken);
    }

    private async Task AddAsync(ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        if (!IsWholeAccount)
        {
            RequirePast();
            if (machine.Resource is { } given) _machines.Add(given);
        }

        // A machine costs nothing in a month in which it did not exist. A creation time in the future is wrong.
        var createdAt = machine.Resource?.DtCreated is { } created && created <= Client.Now ? created : (DateTimeOffset?)null;
        var months = Months.Where(month => !(createdAt >= month.End) && !(machine.Resource?.DtDeleted < month.Start)).ToArray();
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
                    Add(MachineCostFigure.Find(utilization)!);
                }
            },
            cancellationToken);
    }

    /// <summary>Adds an unknown cost for each machine that could not be read, and for those that the list may leave out.</summary>
    private protected void AddUnread()
    {
        if (_listWarning is { } warning)
            foreach (var month in Months) Add(MachineCostFigure.Unlisted(CostKind.Machine, warning, month.ToString()));
        foreach (var machine in _unread)
            foreach (var month in Months)
                Add(MachineCostFigure.Unread(
                    CostKind.Machine, machine.Key, _machines.Find(item => item.Id == machine.Key)?.Name, month.ToString()));
    }

    private void Add(MachineCostFigure figure)
    {
        // Without a projection, nobody knows what a month will cost that is not over.
        if (figure.ProjectedCost is null && Paperspace.BillingMonth.Find(figure.BillingMonth)?.End > Now)
            figure = figure with { IsComplete = false };
        if (!Costs.Add(figure)) WriteVerbose($"Ignoring a duplicate: {figure.MachineId} in {figure.BillingMonth} is already counted.");
    }
}

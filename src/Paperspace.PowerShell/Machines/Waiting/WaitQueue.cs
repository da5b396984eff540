namespace Paperspace.PowerShell;

/// <summary>The machines that a cmdlet waits for.</summary>
internal sealed class WaitQueue
{
    /// <summary>Says that a time limit is of no use.</summary>
    public const string UnusedTimeout = "-Timeout limits how long -Wait waits. Without -Wait it has no effect.";

    private readonly List<MachineWaitCondition> _conditions = [];
    private readonly Dictionary<MachineWaitCondition, PendingChange> _changes = [];
    private readonly Dictionary<string, MachineIdentity> _machines = new(StringComparer.Ordinal);
    private readonly List<string> _lastWarnings = [];

    /// <summary>Adds a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="condition">What it is waited for.</param>
    /// <param name="change">The change whose end is awaited; null for none.</param>
    public void Add(MachineIdentity machine, MachineWaitCondition condition, PendingChange? change = null)
    {
        if (!_machines.ContainsKey(machine.Id) || machine.Resource is not null) _machines[machine.Id] = machine;
        _conditions.Add(condition);
        if (change is null) return;
        _changes[condition] = change;
        change.Await();
    }

    /// <summary>Waits for all that were added, with progress, and reports each as it ends.</summary>
    /// <param name="cmdlet">The cmdlet that waits.</param>
    /// <param name="getClient">Returns the account's client; not called where there is nothing to wait for.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="complete">Takes each machine whose wait has ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(
        AccountCmdlet cmdlet, Func<IPaperspaceClient> getClient, MachineWaitOptions options, Action<Machine?> complete, CancellationToken cancellationToken)
    {
        if (_conditions.Count == 0) return;
        using var waiter = getClient().Machines.WaitFor(_conditions.ToArray(), options);
        _conditions.Clear();
        using var progress = new WaitProgressWriter(cmdlet);
        progress.Write(waiter.Progress);
        while (await waiter.NextAsync(cancellationToken) is { } page)
        {
            // Writing may end the command, and what has ended by now must be told as that.
            foreach (var result in page) FindChange(result)?.EndWait(result.Error);
            // An error may be the last thing that can be written.
            foreach (var result in page.OrderBy(result => result.Error is not null)) await ReportAsync(cmdlet, result, complete, cancellationToken);
            progress.Write(waiter.Progress);
        }

        _changes.Clear();
        _machines.Clear();
        if (_lastWarnings.Count > 0) cmdlet.WriteWarning(string.Join(" ", _lastWarnings));
    }

    private async Task ReportAsync(AccountCmdlet cmdlet, MachineWaitResult result, Action<Machine?> complete, CancellationToken cancellationToken)
    {
        var change = FindChange(result);
        if (result.Error is { } failure)
        {
            var target = _machines[result.Condition.MachineId].Target;
            cmdlet.WriteFailure(await cmdlet.EnrichAsync(failure, target, cancellationToken), failure.Machine ?? target, change);
            return;
        }

        cmdlet.TellWith(change, () => complete(result.Machine));
        if (result.Warning is not { } warning) return;
        var text = $"{_machines[result.Condition.MachineId]}: {TerminalText.Sanitize(warning)}";
        // One that ends the command is the last thing that can be written.
        if (cmdlet.IsStop(Preference.Warning)) _lastWarnings.Add(text);
        else cmdlet.WriteWarning(text);
    }

    private PendingChange? FindChange(MachineWaitResult result) => _changes.TryGetValue(result.Condition, out var change) ? change : null;
}

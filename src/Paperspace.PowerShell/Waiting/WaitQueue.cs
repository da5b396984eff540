namespace Paperspace.PowerShell;

/// <summary>Holds what a cmdlet waits for: machines, or operations on other resources.</summary>
internal sealed class WaitQueue
{
    /// <summary>Says that a time limit is of no use.</summary>
    public const string UnusedTimeout = "-Timeout limits how long -Wait waits. Without -Wait it has no effect.";

    private readonly List<Operation> _conditions = [];
    private readonly Dictionary<Operation, PendingChange> _changes = [];
    private readonly Dictionary<Operation, ResourceIdentity> _targets = [];
    private readonly List<string> _lastWarnings = [];

    /// <summary>Adds a resource.</summary>
    /// <param name="target">The resource.</param>
    /// <param name="condition">What is waited for.</param>
    /// <param name="change">The change whose end is awaited; null for none.</param>
    public void Add(ResourceIdentity target, Operation condition, PendingChange? change = null)
    {
        _targets[condition] = target;
        _conditions.Add(condition);
        if (change is null) return;
        _changes[condition] = change;
        change.Await();
    }

    /// <summary>Waits for all that were added, with progress, and reports each as it ends.</summary>
    /// <param name="cmdlet">The cmdlet that waits.</param>
    /// <param name="getClient">Returns the account's client; not called where there is nothing to wait for.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="complete">Takes the result of each wait that ended well.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task RunAsync(
        AccountCmdlet cmdlet,
        Func<IPaperspaceClient> getClient,
        MachineWaitOptions options,
        Action<Operation> complete,
        CancellationToken cancellationToken)
    {
        if (_conditions.Count == 0) return;
        using var waiter = getClient().Machines.WaitFor(_conditions.ToArray(), options);
        using var progress = new WaitProgressWriter(cmdlet, _conditions[0].ResourceKind);
        _conditions.Clear();
        progress.Write(waiter.Progress);
        while (await waiter.NextAsync(cancellationToken) is { } page)
        {
            // Writing may end the command, and what has ended by now must be told as that.
            foreach (var result in page) FindChange(result)?.EndWait(result.Error);
            // An error may be the last thing that can be written.
            foreach (var result in page.OrderBy(result => result.Error is not null))
                await ReportAsync(cmdlet, result, complete, cancellationToken);
            progress.Write(waiter.Progress);
        }

        _changes.Clear();
        _targets.Clear();
        if (_lastWarnings.Count > 0) cmdlet.WriteWarning(string.Join(" ", _lastWarnings));
    }

    private async Task ReportAsync(
        AccountCmdlet cmdlet,
        Operation result,
        Action<Operation> complete,
        CancellationToken cancellationToken)
    {
        var (change, target) = (FindChange(result), _targets[result]);
        if (result.Error is { } failure)
        {
            var seen = result.TargetsMachine ? failure.Machine : null;
            cmdlet.WriteFailure(await cmdlet.EnrichAsync(failure, target.Target, cancellationToken), seen ?? target.Target, change);
            return;
        }

        cmdlet.TellWith(change, () => complete(result));
        if (result.Warnings.Count == 0) return;
        var text = $"{target}: {TerminalText.Sanitize(string.Join(" ", result.Warnings))}";
        // One that ends the command is the last thing that can be written.
        if (cmdlet.IsStop(Preference.Warning)) _lastWarnings.Add(text);
        else cmdlet.WriteWarning(text);
    }

    private PendingChange? FindChange(Operation result) => _changes.TryGetValue(result, out var change) ? change : null;
}

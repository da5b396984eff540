using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Holds what a cmdlet waits for: machines, or operations on other resources.</summary>
internal sealed class OperationWaits
{
    private readonly AccountCmdlet _cmdlet;
    private readonly Dictionary<Operation, Wait> _waits = [];

    public OperationWaits(AccountCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
    }

    /// <summary>Warns of a -Timeout without a wait that it would limit.</summary>
    public void WarnOfUnusedTimeout(bool waits)
    {
        if (!waits && _cmdlet.MyInvocation.BoundParameters.ContainsKey("Timeout"))
            _cmdlet.WriteWarning("-Timeout limits how long -Wait waits. Without -Wait it has no effect.");
    }

    /// <summary>Adds a wait.</summary>
    public void Add(ResourceIdentity target, Operation operation, PendingChange? change = null)
    {
        _waits.Add(operation, new Wait(target, change, null));
        change?.Await(operation);
    }

    /// <summary>Adds a wait for a string that may be an id or a name: if the API does not know it as an id, the wait goes on with what
    /// <paramref name="findNamed"/> returns.</summary>
    public void Add(ResourceIdentity target, Operation operation, FindNamed findNamed) =>
        _waits.Add(operation, new Wait(target, null, findNamed));

    /// <summary>Waits for all that were added, with progress, and reports each as it ends.</summary>
    /// <param name="complete">Takes the result of each wait that succeeded.</param>
    public async Task RunAsync(
        MachineWaitOptions options,
        Action<Operation> complete,
        CancellationToken cancellationToken)
    {
        if (_waits.Count == 0) return;
        var operations = _waits.Keys.ToArray();
        var terminatingWarnings = new List<string>();
        using var waiter = _cmdlet.Client.Machines.WaitFor(operations, options);
        using var bar = new ProgressBar(_cmdlet, DescribeActivity(operations));
        Show(bar, waiter.Progress, options.Timeout);
        while (await waiter.NextAsync(cancellationToken) is { } page)
        {
            // Record all results first: reporting one may end the command.
            foreach (var result in page) _waits[result].Change?.EndWait(result.Error);
            // Errors last: one may be the last thing that can be written.
            foreach (var result in page.OrderBy(result => result.Error is not null))
                await ReportAsync(waiter, result, complete, terminatingWarnings, cancellationToken);
            Show(bar, waiter.Progress, options.Timeout);
        }

        _waits.Clear();
        if (terminatingWarnings.Count > 0) _cmdlet.WriteWarning(string.Join(" ", terminatingWarnings));
    }

    /// <summary>Returns what is being done to what, such as <c>Restarting 24 machines</c>.</summary>
    private static string DescribeActivity(Operation[] operations)
    {
        var actions = operations.Select(operation => operation.TargetsMachine ? operation.Action : "").Distinct().ToArray();
        var verb = actions.Length > 1 ? null : actions[0] switch
        {
            MachineEventNames.Create => "Creating",
            MachineEventNames.Start => "Starting",
            MachineEventNames.Stop => "Stopping",
            MachineEventNames.Restart => "Restarting",
            MachineEventNames.Deactivate => "Deleting",
            _ => null,
        };
        return $"{verb ?? "Waiting for"} {operations.Length} {operations[0].ResourceKind}{(operations.Length == 1 ? "" : "s")}";
    }

    private static void Show(ProgressBar bar, MachineWaitProgress progress, TimeSpan timeout)
    {
        if (progress.Total == 0) return;
        var rest = string.Concat(progress.States
            .OrderByDescending(state => state.Value)
            .Select(state => $", {state.Value} {TerminalText.Sanitize(state.Key)}"));
        var trouble = progress.LastFailure is null ? "" : $" (last poll failed: {TerminalText.Sanitize(progress.LastFailure)})";
        bar.Write(
            string.Format(
                CultureInfo.InvariantCulture, "{0} of {1} done{2}; {3} of {4}{5}",
                progress.Ended,
                progress.Total,
                rest,
                DurationText.Format(TimeSpan.FromSeconds(Math.Floor(progress.Elapsed.TotalSeconds))),
                DurationText.Format(timeout),
                trouble),
            100 * progress.Ended / progress.Total);
    }

    private async Task ReportAsync(
        IMachineWaiter waiter,
        Operation result,
        Action<Operation> complete,
        List<string> terminatingWarnings,
        CancellationToken cancellationToken)
    {
        var (target, change, findNamed) = _waits[result];
        if (result.Error is { } failure)
        {
            if (findNamed is not null && failure.Reason == PaperspaceErrorReason.MachineNotFound)
                try
                {
                    var (named, operation) = await findNamed(failure, cancellationToken);
                    Add(named, operation);
                    waiter.Add(operation);
                    return;
                }
                catch (PaperspaceException unknown)
                {
                    failure = unknown;
                }

            if (_cmdlet is NewPsMachineCommand) failure = FailedCreate.Describe(failure);
            var lastSeen = result.TargetsMachine ? failure.Machine : null;
            _cmdlet.WriteFailure(await _cmdlet.EnrichAsync(failure, target.Target, cancellationToken), lastSeen ?? target.Target, change);
            return;
        }

        _cmdlet.ReportWith(change, () => complete(result));
        if (result.Warnings.Count == 0) return;
        var text = $"{target}: {TerminalText.Sanitize(string.Join(" ", result.Warnings))}";
        // A warning that ends the command is written once all waits have ended.
        if (_cmdlet.IsStop(Preference.Warning)) terminatingWarnings.Add(text);
        else _cmdlet.WriteWarning(text);
    }

    /// <summary>Finds by its name the resource that the API did not know by its id.</summary>
    internal delegate Task<(ResourceIdentity Target, Operation Operation)> FindNamed(
        PaperspaceException notFound, CancellationToken cancellationToken);

    private sealed record Wait(ResourceIdentity Target, PendingChange? Change, FindNamed? FindNamed);
}

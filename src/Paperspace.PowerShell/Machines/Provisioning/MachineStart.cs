namespace Paperspace.PowerShell;

/// <summary>Starts one machine, and starts it again if that failed for lack of capacity, and only then.</summary>
internal sealed class MachineStart
{
    private readonly ResourceIdentity<Machine> _target;
    private readonly string _action;
    private readonly CapacityAttempts _attempts = new();
    private Machine? _machine;
    private PendingChange? _change;

    /// <summary>Prepares to start a machine; sends nothing.</summary>
    /// <param name="action">The action, as <c>-WhatIf</c> shows it.</param>
    public MachineStart(ResourceIdentity<Machine> target, string action)
    {
        _target = target;
        _action = action;
        _machine = target.Resource;
    }

    private PlacementOption? Option => _machine is { MachineType: { Length: > 0 } type, Region: { Length: > 0 } region }
        ? PlacementOption.Create(type, region)
        : null;

    /// <summary>Tries until the machine is ready, something other than capacity is wrong, or the time is over; then reports it.</summary>
    public async Task RunAsync(ProvisioningRun run, CancellationToken cancellationToken)
    {
        var began = run.Client.Now;
        var backoff = run.CreateBackoff();
        var name = _target.ToString();
        while (
            await backoff.NextAsync(
                pause => run.Show(name, $"no capacity; the next start is in {pause.TotalSeconds:0} s"),
                cancellationToken))
            if (await TryAsync(run, name, cancellationToken))
                return;
        var time = TimeSpan.FromSeconds(Math.Round((run.Client.Now - began).TotalSeconds));
        var failure = new PaperspaceException(
            PaperspaceErrorReason.InsufficientCapacity,
            $"There was no capacity for machine {name} in {time:c}. It is off. Tries: {_attempts}")
        { Machine = _machine };
        run.Write(cmdlet => cmdlet.WriteFailure(failure, _machine ?? _target.Target, _change));
    }

    /// <returns>Whether this was the last attempt.</returns>
    private async Task<bool> TryAsync(ProvisioningRun run, string name, CancellationToken cancellationToken)
    {
        // The first start is what the caller wants; the API may know whether another one makes sense.
        if (_attempts.Count > 0 && Option is { } option && !await run.Availability.IsAvailableAsync(option, cancellationToken))
        {
            _attempts.Add(option, CapacityAttempts.Unavailable);
            return false;
        }

        run.Show(name, "starting");
        var change = run.Cmdlet.CreateChange(_action, name);
        Operation operation;
        try
        {
            operation = await run.Cmdlet.SendAsync(
                (client, token) => change.SendAsync(
                    client.Now, () => client.Machines.StartAsync(_target.Id, WaitUntil.Completed, token), _ => _target.Id),
                cancellationToken);
        }
        catch (PaperspaceException failure)
        {
            return await OnFailedAsync(run, change, failure, cancellationToken);
        }

        change.Await(operation);
        var result = await run.StateWaiter.WaitAsync(operation, cancellationToken);
        change.EndWait(result.Error);
        if (result.Error is { } error) return await OnFailedAsync(run, change, error, cancellationToken);
        ReplaceChange(change);
        run.CountReady();
        run.Write(cmdlet => cmdlet.ReportWith(change, () => cmdlet.WriteObject(result.Machine)));
        foreach (var warning in result.Warnings) run.Write(cmdlet => cmdlet.WriteWarning($"{name}: {warning}"));
        return true;
    }

    /// <returns>Whether this was the last attempt.</returns>
    private async Task<bool> OnFailedAsync(
        ProvisioningRun run,
        PendingChange change,
        PaperspaceException failure,
        CancellationToken cancellationToken)
    {
        ReplaceChange(change);
        _machine = failure.Machine ?? _machine;
        if (failure.Reason == PaperspaceErrorReason.InsufficientCapacity)
        {
            _attempts.Add(Option, failure);
            return false;
        }

        var enriched = await run.Cmdlet.EnrichAsync(failure, _target.Target, cancellationToken);
        run.Write(cmdlet => cmdlet.WriteFailure(enriched, enriched.Machine ?? _target.Target, change));
        return true;
    }

    /// <summary>Replaces the change: only the newest start is reported if the command is interrupted.</summary>
    private void ReplaceChange(PendingChange change)
    {
        _change?.MarkReported();
        _change = change;
    }
}

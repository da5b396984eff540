namespace Paperspace.PowerShell;

/// <summary>Starts one machine, and starts it again when that failed for want of capacity, and only then.</summary>
internal sealed class MachineStart
{
    private readonly ResourceIdentity<Machine> _target;
    private readonly string _action;
    private readonly CapacityTries _tries = new();
    private Machine? _machine;
    private PendingChange? _change;

    /// <summary>Prepares to start a machine; sends nothing.</summary>
    /// <param name="target">The machine.</param>
    /// <param name="action">The action, as <c>-WhatIf</c> shows it.</param>
    public MachineStart(ResourceIdentity<Machine> target, string action)
    {
        _target = target;
        _action = action;
        _machine = target.Resource;
    }

    private MachineAlternative? Alternative => _machine is { MachineType: { Length: > 0 } type, Region: { Length: > 0 } region }
        ? MachineAlternative.Create(type, region)
        : null;

    /// <summary>Tries until the machine is ready, something else than capacity is wrong, or the time is over; then it tells.</summary>
    public async Task RunAsync(CapacityRun run, CancellationToken cancellationToken)
    {
        var began = run.Client.Now;
        var rounds = new CapacityRounds(run.Client, run.Until);
        var name = _target.ToString();
        while (
            await rounds.NextAsync(
                pause => run.Note(name, $"no capacity; the next start is in {pause.TotalSeconds:0} s"),
                cancellationToken))
            if (await TryAsync(run, name, cancellationToken))
                return;
        var time = TimeSpan.FromSeconds(Math.Round((run.Client.Now - began).TotalSeconds));
        var failure = new PaperspaceException(
            PaperspaceErrorReason.InsufficientCapacity, $"There was no capacity for machine {name} in {time:c}. It is off. Tries: {_tries}")
        { Machine = _machine };
        run.Write(cmdlet => cmdlet.WriteFailure(failure, _machine ?? _target.Target, _change));
    }

    /// <returns>Whether the tries are over.</returns>
    private async Task<bool> TryAsync(CapacityRun run, string name, CancellationToken cancellationToken)
    {
        // The first start is what was asked for; whether a further one makes sense, the API may know.
        if (_tries.Count > 0 && Alternative is { } alternative && !await run.Availability.MayHaveAsync(alternative, cancellationToken))
        {
            _tries.Add(alternative, "the API says that it cannot be had");
            return false;
        }

        run.Note(name, "starting");
        var change = run.CreateChange(_action, name);
        Operation operation;
        try
        {
            operation = await run.SendAsync(
                (client, token) => change.SendAsync(
                    client.Now, () => client.Machines.StartAsync(_target.Id, WaitUntil.Completed, token), _ => _target.Id),
                cancellationToken);
        }
        catch (PaperspaceException failure)
        {
            return await NoteFailureAsync(run, change, failure, cancellationToken);
        }

        change.Await();
        var result = await run.StateWaiter.WaitAsync(operation, cancellationToken);
        change.EndWait(result.Error);
        if (result.Error is { } error) return await NoteFailureAsync(run, change, error, cancellationToken);
        ReplaceChange(change);
        run.NoteReady();
        run.Write(cmdlet => cmdlet.TellWith(change, () => cmdlet.WriteObject(result.Machine)));
        foreach (var warning in result.Warnings) run.Write(cmdlet => cmdlet.WriteWarning($"{name}: {warning}"));
        return true;
    }

    /// <returns>Whether the tries are over.</returns>
    private async Task<bool> NoteFailureAsync(
        CapacityRun run,
        PendingChange change,
        PaperspaceException failure,
        CancellationToken cancellationToken)
    {
        ReplaceChange(change);
        _machine = failure.Machine ?? _machine;
        if (failure.Reason == PaperspaceErrorReason.InsufficientCapacity)
        {
            _tries.Add(Alternative, failure);
            return false;
        }

        var enriched = await run.EnrichAsync(failure, _target.Target, cancellationToken);
        run.Write(cmdlet => cmdlet.WriteFailure(enriched, enriched.Machine ?? _target.Target, change));
        return true;
    }

    /// <summary>Replaces the change: only the newest start matters to whoever is told that the command was ended.</summary>
    private void ReplaceChange(PendingChange change)
    {
        _change?.Tell(isSilent: false);
        _change = change;
    }
}

namespace Paperspace.PowerShell;

/// <summary>Creates one machine where there is capacity: places in their order, round by round. A machine without capacity is deleted
/// before the next attempt; with one place only, the same machine is started again.</summary>
internal sealed class MachineProvisioner
{
    private const string CreateAction = "Create machine";
    private const string StartAction = "Start machine";
    private const string RemoveAction = "Destroy machine";

    /// <summary>A new machine that the API has not found after a minute is reported.</summary>
    private const int MaxMissing = 9;

    private static readonly Backoff MissingBackoff = new(TimeSpan.FromSeconds(1), 1.5, TimeSpan.FromSeconds(10));

    private static readonly TimeSpan MinRequestTime = TimeSpan.FromSeconds(5);

    private readonly MachineCreateOptions _options;
    private readonly IReadOnlyList<PlacementOption> _places;
    private readonly CapacityAttempts _attempts = new();
    private readonly List<string> _warnings = [];

    /// <summary>Prepares to create a machine; sends nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="places">The types and regions, the best first.</param>
    public MachineProvisioner(string name, MachineCreateOptions options, IReadOnlyList<PlacementOption> places)
    {
        Name = name;
        _options = options;
        _places = places;
    }

    public string Name { get; }

    /// <summary>Gets the machine that exists, as last known; null if there is none.</summary>
    public Machine? Machine { get; private set; }

    /// <summary>Gets the request that created it, or whose outcome is the result, to be reported; null for none.</summary>
    public PendingChange? Change { get; private set; }

    /// <summary>Gets why the machine was not provisioned; null if it was.</summary>
    public PaperspaceException? Failure { get; private set; }

    /// <summary>Gets whether the machine is ready, or off if it is not to be started.</summary>
    public bool IsReady { get; private set; }

    public IReadOnlyList<string> Warnings => _warnings;

    private bool Starts => _options.StartOnCreate != false;

    /// <summary>Tries until the machine is ready, something other than capacity is wrong, or the time is over.</summary>
    /// <param name="findEnd">Returns why no further attempt is to begin; null if there may be one.</param>
    public async Task RunAsync(ProvisioningRun run, Func<string?> findEnd, CancellationToken cancellationToken)
    {
        var began = run.Client.Now;
        var backoff = run.CreateBackoff();
        string? end = null;
        while (
            end is null
            && await backoff.NextAsync(
                pause => run.Show(Name, $"no capacity; the next tries are in {pause.TotalSeconds:0} s"),
                cancellationToken))
            foreach (var place in _places)
            {
                if ((end = findEnd()) is not null) break;
                await TryAsync(run, place, cancellationToken);
                if (IsReady || Failure is not null) return;
            }

        if (Machine is not null) await RemoveWithoutCapacityAsync(run, cancellationToken);
        Failure ??= NoCapacity(end, run.Client.Now - began);
    }

    /// <summary>Deletes the machine, with the static public address that was assigned to it, and waits until it is deleted.</summary>
    /// <param name="until">When to give up, requests and wait together.</param>
    /// <returns>Why it may still exist; null if it is deleted.</returns>
    public async Task<PaperspaceException?> RemoveAsync(ProvisioningRun run, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var change = run.Cmdlet.CreateChange(RemoveAction, MachineDescriptor.Instance.Identify(Machine!).ToString());
        var began = run.Client.Now;
        PaperspaceException? failure;
        try
        {
            var operation = await DeleteAsync(run, Machine!.Id, change, until, cancellationToken);
            change.Await(operation);
            failure = await WaitForRemovalAsync(run, operation, began, until, cancellationToken);
            change.EndWait(failure);
            if (failure is null) _warnings.AddRange(operation.Warnings);
        }
        catch (PaperspaceException refused)
        {
            failure = refused;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = new PaperspaceException(
                PaperspaceErrorReason.OutcomeUnknown,
                FormattableString.Invariant(
                    $"The request to delete it was not answered within {(run.Client.Now - began).TotalSeconds:0} s."))
            { Outcome = RequestOutcome.Unknown };
        }

        change.MarkReported();
        if (failure is not null) return failure;
        Change?.MarkReported();
        Change = null;
        Machine = null;
        IsReady = false;
        return null;
    }

    /// <returns>Why it may still exist; null if it is deleted.</returns>
    private static async Task<PaperspaceException?> WaitForRemovalAsync(
        ProvisioningRun run, Operation operation, DateTimeOffset began, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var left = until - run.Client.Now;
        var ended = await run.RemovalWaiter.WaitAsync(operation, left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        return ended.Error is { Reason: PaperspaceErrorReason.WaitTimeout } timedOut
            ? timedOut.WithMessage(
                FormattableString.Invariant($"It was still being deleted after {(run.Client.Now - began).TotalSeconds:0} s."))
            : ended.Error;
    }

    /// <summary>Sends the request to delete a machine that this command created: it may be unknown to the API for some seconds.</summary>
    private async Task<Operation> DeleteAsync(
        ProvisioningRun run, string id, PendingChange change, DateTimeOffset until, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
            try
            {
                return await run.Cmdlet.SendAsync((client, token) => DeleteAsync(client, id, change, until, token), cancellationToken);
            }
            catch (PaperspaceException missing) when (missing.Reason == PaperspaceErrorReason.MachineNotFound)
            {
                var pause = MissingBackoff.GetDelay(attempt);
                if (attempt == MaxMissing || run.Client.Now + pause > until)
                    throw new PaperspaceException(
                        PaperspaceErrorReason.OutcomeUnknown,
                        $"It was created, and the API does not find it to delete it. {missing.Message}",
                        missing)
                    { Outcome = RequestOutcome.Unknown };
                await run.Client.DelayAsync(pause, cancellationToken);
            }
    }

    private async Task<Operation> DeleteAsync(
        IPaperspaceClient client, string id, PendingChange change, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var left = until - client.Now;
        using var limit = client.CreateTimeLimit(left > MinRequestTime ? left : MinRequestTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await change
            .SendAsync(
                client.Now,
                () => client.Machines.DeleteAsync(
                    id, _options.AssignPublicIp == true ? true : null, WaitUntil.Completed, either.Token),
                _ => id)
            .ConfigureAwait(false);
    }

    private async Task TryAsync(ProvisioningRun run, PlacementOption place, CancellationToken cancellationToken)
    {
        if (Starts && !await run.Availability.IsAvailableAsync(place, cancellationToken))
        {
            run.Show(Name, $"{place} is not available");
            _attempts.Add(place, CapacityAttempts.Unavailable);
            return;
        }

        run.Show(Name, $"trying {place}");
        var change = Machine is null
            ? run.Cmdlet.CreateChange(CreateAction, Name)
            : run.Cmdlet.CreateChange(StartAction, MachineDescriptor.Instance.Identify(Machine).ToString());
        Operation operation;
        try
        {
            operation = await run.Cmdlet.SendAsync((client, token) => SendAsync(client, change, place, token), cancellationToken);
        }
        catch (PaperspaceException failure)
        {
            await OnRefusedAsync(run, place, change, failure, cancellationToken);
            return;
        }

        change.Await(operation);
        run.AddCreated(operation.ResourceId);
        if (Machine is null) Change = change;
        Machine ??= operation.Machine!;
        run.Show(Name, $"waiting for {MachineDescriptor.Instance.Identify(Machine)}, {place}");
        var result = await run.StateWaiter.WaitAsync(operation, cancellationToken);
        Change!.EndWait(result.Error);
        change.EndWait(result.Error);
        if (change != Change) change.MarkReported();
        await OnWaitedAsync(run, place, result, cancellationToken);
    }

    private Task<Operation> SendAsync(
        IPaperspaceClient client, PendingChange change, PlacementOption place, CancellationToken cancellationToken) => change.SendAsync(
        client.Now,
        () => Machine is { } machine
            ? client.Machines.StartAsync(machine.Id, WaitUntil.Completed, cancellationToken)
            : client.Machines.CreateAsync(_options.For(place.MachineType, place.Region), WaitUntil.Completed, cancellationToken),
        operation => operation.ResourceId);

    private async Task OnRefusedAsync(
        ProvisioningRun run,
        PlacementOption place,
        PendingChange change,
        PaperspaceException failure,
        CancellationToken cancellationToken)
    {
        if (failure.Reason == PaperspaceErrorReason.InsufficientCapacity)
        {
            // Nothing was created or started.
            change.MarkReported();
            _attempts.Add(place, failure);
            run.Show(Name, $"{place} has no capacity: {failure.ApiMessage}");
            return;
        }

        if (Machine is not null)
        {
            change.MarkReported();
        }
        else
        {
            Change = change;
            if (CreatedMachineSearch.IsNeeded(failure)) failure = await SearchAsync(run, place, change, failure, cancellationToken);
        }

        failure = PlacementHint.Add(failure, place.MachineType, place.Region);
        Failure = WithAttempts(await run.Cmdlet.EnrichAsync(failure, Name, cancellationToken));
    }

    private async Task<PaperspaceException> SearchAsync(
        ProvisioningRun run,
        PlacementOption place,
        PendingChange change,
        PaperspaceException failure,
        CancellationToken cancellationToken)
    {
        run.Show(Name, "checking whether it was created");
        var found = await CreatedMachineSearch.FindAsync(
            run.Client, _options.For(place.MachineType, place.Region), failure, change.SentAt!.Value, run.IsCreated, cancellationToken);
        if (found.Count == 1)
        {
            Machine = found[0];
            change.Identify(Machine.Id);
            run.AddCreated(Machine.Id);
        }

        return CreatedMachineSearch.Describe(failure, found);
    }

    private async Task OnWaitedAsync(
        ProvisioningRun run,
        PlacementOption place,
        Operation result,
        CancellationToken cancellationToken)
    {
        Machine = result.Machine ?? result.Error?.Machine ?? Machine;
        if (result.Error is not { } failure)
        {
            IsReady = true;
            _warnings.AddRange(result.Warnings);
            run.CountReady();
            return;
        }

        if (failure.Reason != PaperspaceErrorReason.InsufficientCapacity)
        {
            Failure = WithAttempts(failure);
            return;
        }

        _attempts.Add(place, failure);
        run.Show(Name, $"{place} has no capacity: {failure.Message}");
        if (_places.Count > 1) await RemoveWithoutCapacityAsync(run, cancellationToken);
    }

    private async Task RemoveWithoutCapacityAsync(ProvisioningRun run, CancellationToken cancellationToken)
    {
        var identity = MachineDescriptor.Instance.Identify(Machine!);
        run.Show(Name, $"removing {identity}, which has no capacity");
        if (await RemoveAsync(run, run.Client.Now + run.RemovalTimeLimit, cancellationToken) is { } failure)
        {
            Failure = WithAttempts(
                failure.WithMessage(
                    $"Machine {identity} has no capacity, and could not be removed: it may still exist, and its storage is billed then. "
                        + $"{failure.Message}"));
            return;
        }

        run.Show(Name, $"{identity} is removed");
    }

    private PaperspaceException WithAttempts(PaperspaceException failure) =>
        _attempts.Count == 0 ? failure : failure.WithMessage($"{failure.Message} Tries before: {_attempts}");

    private PaperspaceException NoCapacity(string? end, TimeSpan time)
    {
        var name = TerminalText.Sanitize(Name);
        if (_attempts.Count == 0 && end is not null)
            return new(PaperspaceErrorReason.MinimumNotReached, $"Machine '{name}' was not created, {end}.");
        return new(
            PaperspaceErrorReason.InsufficientCapacity,
            $"There was no capacity for machine '{name}' within {DurationText.Format(time)}, and none was created. "
                + (end is null ? "" : $"It was not tried again, {end}. ")
                + $"Tries: {_attempts}");
    }
}

namespace Paperspace.PowerShell;

/// <summary>Creates one machine where there is capacity: alternatives in their order, round by round. What a try without capacity leaves is
/// removed before the next one; with one alternative only, the same machine is started again.</summary>
internal sealed class MachineAcquisition
{
    private const string CreateAction = "Create machine";
    private const string StartAction = "Start machine";

    private readonly MachineCreateOptions _options;
    private readonly IReadOnlyList<MachineAlternative> _alternatives;
    private readonly CapacityTries _tries = new();
    private readonly List<string> _warnings = [];

    /// <summary>Prepares to create a machine; sends nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options, without type and region.</param>
    /// <param name="alternatives">The types and regions, the best first.</param>
    public MachineAcquisition(string name, MachineCreateOptions options, IReadOnlyList<MachineAlternative> alternatives)
    {
        Name = name;
        _options = options;
        _alternatives = alternatives;
    }

    /// <summary>Gets the machine's name.</summary>
    public string Name { get; }

    /// <summary>Gets the machine that exists, as last known; null where there is none.</summary>
    public Machine? Machine { get; private set; }

    /// <summary>Gets the request that created it, or whose outcome decides, for the caller to be told of; null for none.</summary>
    public PendingChange? Change { get; private set; }

    /// <summary>Gets why the machine is not where it is to be; null where it is.</summary>
    public PaperspaceException? Failure { get; private set; }

    /// <summary>Gets whether the machine is ready, or off where it is not to be started.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Gets what the caller should know of it beside.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    private bool Starts => _options.StartOnCreate != false;

    /// <summary>Tries until the machine is ready, something else than capacity is wrong, or the time is over.</summary>
    /// <param name="run">The run.</param>
    /// <param name="findEnd">Returns why no further try is to begin; null where there may be one.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    public async Task RunAsync(CapacityRun run, Func<string?> findEnd, CancellationToken cancellationToken)
    {
        var began = run.Client.Now;
        var rounds = new CapacityRounds(run.Client, run.Until);
        string? end = null;
        while (
            end is null
            && await rounds.NextAsync(
                pause => run.Note(Name, $"no capacity; the next tries are in {pause.TotalSeconds:0} s"),
                cancellationToken))
            foreach (var alternative in _alternatives)
            {
                if ((end = findEnd()) is not null) break;
                await TryAsync(run, alternative, cancellationToken);
                if (IsReady || Failure is not null) return;
            }

        if (Machine is not null) await RemoveAsync(run, cancellationToken);
        Failure ??= NoCapacity(end, run.Client.Now - began);
    }

    /// <summary>Returns the removal of the machine that exists.</summary>
    public MachineRemoval CreateRemoval(CapacityRun run) => new(run, Machine!, _options.AssignPublicIp == true);

    /// <summary>Notes that the machine was removed.</summary>
    public void NoteRemoval(MachineRemoval removal)
    {
        _warnings.AddRange(removal.Warnings);
        Change?.Tell(isSilent: false);
        Change = null;
        Machine = null;
        IsReady = false;
    }

    private async Task TryAsync(CapacityRun run, MachineAlternative alternative, CancellationToken cancellationToken)
    {
        if (Starts && !await run.Availability.MayHaveAsync(alternative, cancellationToken))
        {
            run.Note(Name, $"{alternative} cannot be had now");
            _tries.Add(alternative, "the API says that it cannot be had");
            return;
        }

        run.Note(Name, $"trying {alternative}");
        var change = Machine is null
            ? run.CreateChange(CreateAction, Name)
            : run.CreateChange(StartAction, MachineDescriptor.Instance.Identify(Machine).ToString());
        Operation operation;
        try
        {
            operation = await run.SendAsync((client, token) => SendAsync(client, change, alternative, token), cancellationToken);
        }
        catch (PaperspaceException failure)
        {
            await NoteRefusalAsync(run, alternative, change, failure, cancellationToken);
            return;
        }

        change.Await();
        if (Machine is null) Change = change;
        Machine ??= operation.Machine!;
        run.Note(Name, $"waiting for {MachineDescriptor.Instance.Identify(Machine)}, {alternative}");
        var result = await run.StateWaiter.WaitAsync(operation, cancellationToken);
        Change!.EndWait(result.Error);
        change.EndWait(result.Error);
        if (change != Change) change.Tell(isSilent: false);
        await NoteResultAsync(run, alternative, result, cancellationToken);
    }

    private Task<Operation> SendAsync(
        IPaperspaceClient client,
        PendingChange change,
        MachineAlternative alternative,
        CancellationToken cancellationToken) =>
        change.SendAsync(
            client.Now,
            () =>
                Machine is { } machine
                    ? client.Machines.StartAsync(machine.Id, WaitUntil.Completed, cancellationToken)
                    : client.Machines.CreateAsync(
                        _options.For(alternative.MachineType, alternative.Region),
                        WaitUntil.Completed,
                        cancellationToken),
            operation => operation.ResourceId);

    private async Task NoteRefusalAsync(
        CapacityRun run,
        MachineAlternative alternative,
        PendingChange change,
        PaperspaceException failure,
        CancellationToken cancellationToken)
    {
        if (failure.Reason == PaperspaceErrorReason.InsufficientCapacity)
        {
            // Nothing came of it.
            change.Tell(isSilent: false);
            _tries.Add(alternative, failure);
            run.Note(Name, $"{alternative} has no capacity: {failure.ApiMessage}");
            return;
        }

        if (Machine is null) Change = change;
        else change.Tell(isSilent: false);
        Failure = WithTries(await run.EnrichAsync(failure, Name, cancellationToken));
    }

    private async Task NoteResultAsync(
        CapacityRun run,
        MachineAlternative alternative,
        Operation result,
        CancellationToken cancellationToken)
    {
        Machine = result.Machine ?? result.Error?.Machine ?? Machine;
        if (result.Error is not { } failure)
        {
            IsReady = true;
            _warnings.AddRange(result.Warnings);
            run.NoteReady();
            return;
        }

        if (failure.Reason != PaperspaceErrorReason.InsufficientCapacity)
        {
            Failure = WithTries(failure);
            return;
        }

        _tries.Add(alternative, failure);
        run.Note(Name, $"{alternative} has no capacity: {failure.Message}");
        if (_alternatives.Count > 1) await RemoveAsync(run, cancellationToken);
    }

    private async Task RemoveAsync(CapacityRun run, CancellationToken cancellationToken)
    {
        var identity = MachineDescriptor.Instance.Identify(Machine!);
        run.Note(Name, $"removing {identity}, which has no capacity");
        var removal = CreateRemoval(run);
        if (await removal.RunAsync(cancellationToken) is { } failure)
        {
            Failure = WithTries(
                failure.WithMessage(
                    $"Machine {identity} has no capacity, and could not be removed: it may still exist, and its storage is billed then. "
                        + $"{failure.Message}"));
            return;
        }

        NoteRemoval(removal);
        run.Note(Name, $"{identity} is removed");
    }

    private PaperspaceException WithTries(PaperspaceException failure) =>
        _tries.Count == 0 ? failure : failure.WithMessage($"{failure.Message} Tries before: {_tries}");

    private PaperspaceException NoCapacity(string? end, TimeSpan time)
    {
        var name = TerminalText.Sanitize(Name);
        if (_tries.Count == 0 && end is not null)
            return new(PaperspaceErrorReason.MinimumNotReached, $"Machine '{name}' was not created, {end}.");
        return new(
            PaperspaceErrorReason.InsufficientCapacity,
            $"There was no capacity for machine '{name}' in {TimeSpan.FromSeconds(Math.Round(time.TotalSeconds)):c}, and nothing is left "
                + "of it. "
                + (end is null ? "" : $"It was not tried again, {end}. ")
                + $"Tries: {_tries}");
    }
}

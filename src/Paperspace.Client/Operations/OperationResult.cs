namespace Paperspace.Client;

/// <summary>Represents the result of an operation, and creates the errors of failed operations.</summary>
/// <param name="Status">The status.</param>
/// <param name="Machine">The machine in its last known state; null if it is unknown.</param>
internal sealed record OperationResult(OperationStatus Status, Machine? Machine)
{
    public PaperspaceException? Error { get; init; }

    public string? Warning { get; init; }

    /// <summary>Gets how long readings must confirm the result, because a single one may be older than the action.</summary>
    public TimeSpan HoldsFor { get; init; }

    public static OperationResult Succeeded(Machine? machine, string? warning = null) =>
        new(OperationStatus.Succeeded, machine) { Warning = warning };

    /// <summary>
    /// Creates the result for a machine in the target state without an event of the action. It must hold, because
    /// events may come late or be lost.
    /// </summary>
    public static OperationResult WithoutEvent(Operation operation, Machine machine, TrackedMachine tracked)
    {
        var isRestart = operation.Action.EqualsIgnoreCase(MachineEventNames.Restart);
        var warning = isRestart
            ? $"The restart has no event, but the machine is '{TerminalText.Sanitize(machine.State)}'."
            : null;
        return Succeeded(machine, warning) with { HoldsFor = isRestart && !tracked.StateChanged ? Lag.Restart : Lag.Events };
    }

    public static OperationResult Failed(PaperspaceException error) => new(OperationStatus.Failed, error.Machine) { Error = error };

    /// <summary>Creates the result for an operation whose machine does not exist.</summary>
    /// <param name="last">The machine as last read; null if it was never read.</param>
    /// <param name="newestEvent">The machine's newest known event.</param>
    /// <param name="notFound">The API's error.</param>
    public static OperationResult Gone(Operation operation, Machine? last, MachineEvent? newestEvent, PaperspaceException notFound)
    {
        // Snapshots are deleted with the machine.
        if (operation.IsRemoval || IsSnapshotDeletion(operation)) return Succeeded(last);
        if (last is null) return Failed(notFound);
        return Failed(NewError(
            PaperspaceErrorReason.MachineVanished,
            $"Machine {Name(last)} no longer exists, {Consequence(operation)} {Describe(last, newestEvent)}.",
            last,
            inner: notFound));
    }

    /// <summary>Creates the result for an operation whose machine is being deleted.</summary>
    public static OperationResult BeingDeleted(Operation operation, Machine machine) => Failed(NewError(
        PaperspaceErrorReason.MachineVanished,
        $"Machine {Name(machine)} is being deleted, {Consequence(operation)}.",
        machine));

    /// <summary>Creates the result for a machine that is off again after its start.</summary>
    public static OperationResult WithoutCapacity(Machine machine) => Failed(NewError(
        PaperspaceErrorReason.InsufficientCapacity,
        $"Machine {Name(machine)} is 'off' again after its start. There may be no capacity for a "
            + $"{TerminalText.Sanitize(machine.MachineType)} in {TerminalText.Sanitize(machine.Region)}.",
        machine));

    /// <summary>Creates the result for an operation with a failed event.</summary>
    public static OperationResult Failed(Operation operation, Machine machine, MachineEvent failure)
    {
        var cancelled = MachineEvents.GetOutcome(failure) == MachineEventOutcome.Cancelled;
        var message = string.IsNullOrWhiteSpace(failure.ErrorMsg) ? null : TerminalText.Sanitize(failure.ErrorMsg!.Trim());
        var reason = cancelled ? PaperspaceErrorReason.MachineActionCancelled
            : message.ContainsIgnoreCase("capacity") ? PaperspaceErrorReason.InsufficientCapacity
            : PaperspaceErrorReason.MachineActionFailed;
        var outcome = cancelled ? "was cancelled" : "failed";
        var why = message is null ? "." : $": {ErrorTextFormatter.ToSentence(message)}";
        var subject = operation.TargetsMachine
            ? $"machine {Name(machine)}"
            : $"{TerminalText.Sanitize(operation.ResourceKind)} {TerminalText.Sanitize(operation.ResourceId)} of machine {Name(machine)}";
        return Failed(NewError(reason, $"The {TerminalText.Sanitize(failure.Name)} of {subject} {outcome}{why}", machine, message));
    }

    /// <summary>Creates the result for an operation that a later action has undone.</summary>
    public static OperationResult Overridden(Operation operation, Machine machine, MachineEvent later) => Failed(NewError(
        PaperspaceErrorReason.MachineActionCancelled,
        $"Machine {Name(machine)} is '{TerminalText.Sanitize(machine.State)}', not '{operation.TargetStatesText}': a later "
            + $"'{TerminalText.Sanitize(later.Name)}' followed the '{TerminalText.Sanitize(operation.Action)}'.",
        machine));

    /// <summary>Creates the result for an operation that exceeded its time limit.</summary>
    /// <param name="last">The machine as last read; null if it was never read.</param>
    /// <param name="newestEvent">The machine's newest known event.</param>
    /// <param name="timeout">The time limit.</param>
    /// <param name="lastFailure">The error of the last request; null if it succeeded.</param>
    public static OperationResult TimedOut(
        Operation operation, Machine? last, MachineEvent? newestEvent, TimeSpan timeout, string? lastFailure)
    {
        var name = last is null ? TerminalText.Sanitize(operation.ObservedMachineId) : Name(last);
        var isReached = last is not null && operation.IsSatisfiedBy(last.State);
        var limit = DurationText.Format(timeout);
        var state = last is null ? null : $"'{TerminalText.Sanitize(last.State)}'";
        var unread = operation.HasAction ? $"whether its '{TerminalText.Sanitize(operation.Action)}' has ended" : "its events";
        var outcome = operation.IsRemoval ? $"still exists after {limit}"
            : !operation.TargetsMachine ? $"did not complete the {TerminalText.Sanitize(operation.ToString())} within {limit}"
            : isReached ? $"is {state} in the last list, but {unread} could not be read within {limit}"
            : operation.TargetState is null ? $"did not complete its '{TerminalText.Sanitize(operation.Action)}' within {limit}"
            : state is null ? $"did not become '{operation.TargetStatesText}' within {limit}"
            : timeout <= TimeSpan.Zero ? $"is {state}, not '{operation.TargetStatesText}'"
            : $"is still {state} after {limit}";
        var saysState = isReached || (operation is { IsRemoval: false, TargetsMachine: true, TargetState: not null });
        var seen = string.Join(
            "; ",
            new[]
            {
                state is null || saysState ? null : $"state: {state}",
                newestEvent is null ? null : TerminalText.Sanitize($"last event: {newestEvent.Name}, {newestEvent.State}"),
            }.OfType<string>());
        if (seen.Length > 0) seen = $" ({seen})";
        var trouble = lastFailure is null ? "" : $" The last poll failed: {lastFailure}";
        return new OperationResult(OperationStatus.Unknown, last)
        {
            Error = NewError(PaperspaceErrorReason.WaitTimeout, $"Machine {name} {outcome}{seen}.{trouble}", last),
        };
    }

    public static bool IsSnapshotDeletion(Operation operation) =>
        !operation.TargetsMachine && operation.Action.EqualsIgnoreCase(MachineEventNames.SnapshotDelete);

    private static PaperspaceException NewError(
        PaperspaceErrorReason reason, string message, Machine? machine, string? apiMessage = null, PaperspaceException? inner = null) =>
        new(reason, message, inner) { ApiMessage = apiMessage ?? inner?.ApiMessage, Machine = machine };

    private static string Describe(Machine last, MachineEvent? newestEvent)
    {
        var newest = newestEvent is null
            ? ""
            : $"; last event: {TerminalText.Sanitize(newestEvent.Name)}, {TerminalText.Sanitize(newestEvent.State)}";
        return $"(last state: '{TerminalText.Sanitize(last.State)}'{newest})";
    }

    private static string Consequence(Operation operation) => operation.TargetState is null
        ? $"so its '{TerminalText.Sanitize(operation.Action)}' cannot complete"
        : $"so it cannot become '{operation.TargetStatesText}'";

    private static string Name(Machine machine) =>
        string.IsNullOrEmpty(machine.Name) ? machine.Id : $"{machine.Id} ({TerminalText.Sanitize(machine.Name)})";
}

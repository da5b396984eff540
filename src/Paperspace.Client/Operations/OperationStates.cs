namespace Paperspace.Client.Operations;

/// <summary>Composes the states of operations that ended, and the errors of those that failed.</summary>
internal static class OperationStates
{
    /// <summary>Returns the state of one that succeeded.</summary>
    public static OperationState Succeeded(MachineWaitCondition condition, Machine? machine, string? warning = null) =>
        new(condition, OperationStatus.Succeeded) { Machine = machine, Warning = warning };

    /// <summary>Returns the state of one on another resource than a machine that succeeded.</summary>
    public static OperationState Succeeded(MachineWaitCondition condition, Machine? machine, object? resource, string? warning = null) =>
        new(condition, OperationStatus.Succeeded) { Machine = machine, Resource = resource, Warning = warning };

    /// <summary>Returns the state of one that goes on.</summary>
    public static OperationState Pending(MachineWaitCondition condition, LastKnownState? last) =>
        new(condition, OperationStatus.Pending) { Machine = last?.Machine, NewestEvent = last?.NewestEvent };

    /// <summary>Returns the state of one that failed with an error.</summary>
    public static OperationState Failed(MachineWaitCondition condition, PaperspaceException error) =>
        new(condition, OperationStatus.Failed) { Machine = error.Machine, Error = error };

    /// <summary>Returns the state of one whose machine does not exist any more, or never did.</summary>
    /// <param name="condition">What was waited for.</param>
    /// <param name="last">The machine's last known state; null when it was never seen.</param>
    /// <param name="notFound">What the API said.</param>
    public static OperationState Gone(MachineWaitCondition condition, LastKnownState? last, PaperspaceException notFound)
    {
        // Snapshots go with the machine.
        if (condition.IsRemoval || IsSnapshotDeletion(condition)) return Succeeded(condition, last?.Machine);
        if (last is null) return Failed(condition, notFound);
        return Failed(condition, Error(
            PaperspaceErrorReason.MachineVanished,
            $"Machine {Name(last.Machine)} does not exist any more; {Goal(condition)}; {last}.",
            last.Machine,
            inner: notFound));
    }

    /// <summary>Returns the state of one whose machine is being deleted.</summary>
    public static OperationState BeingDeleted(MachineWaitCondition condition, Machine machine) => Failed(condition, Error(
        PaperspaceErrorReason.MachineVanished,
        $"Machine {Name(machine)} is being destroyed; {Goal(condition)}.",
        machine));

    /// <summary>Returns the state of one whose machine was to start, and is off again.</summary>
    public static OperationState WithoutCapacity(MachineWaitCondition condition, Machine machine) => Failed(condition, Error(
        PaperspaceErrorReason.InsufficientCapacity,
        $"Machine {Name(machine)} is 'off' again after its start: there seems to be no capacity for a "
            + $"{TerminalText.Sanitize(machine.MachineType)} in "
            + $"{TerminalText.Sanitize(machine.Region)} now.",
        machine));

    /// <summary>Returns the state of one that an event says has failed.</summary>
    public static OperationState Failed(MachineWaitCondition condition, Machine machine, MachineEvent failure)
    {
        var cancelled = MachineStates.Is(failure.State, MachineEventStates.Cancelled);
        var message = string.IsNullOrWhiteSpace(failure.ErrorMsg) ? null : TerminalText.Sanitize(failure.ErrorMsg!.Trim());
        var reason = cancelled ? PaperspaceErrorReason.MachineActionCancelled
            : message?.IndexOf("capacity", StringComparison.OrdinalIgnoreCase) >= 0 ? PaperspaceErrorReason.InsufficientCapacity
            : PaperspaceErrorReason.MachineActionFailed;
        var outcome = cancelled ? "was cancelled" : "failed";
        var why = message is null ? "." : $": {message}";
        return Failed(
            condition,
            Error(reason, $"The {TerminalText.Sanitize(failure.Name)} of {Subject(condition, machine)} {outcome}{why}", machine, message));
    }

    /// <summary>Returns the error of a wait that the time limit ended.</summary>
    /// <param name="condition">What was waited for.</param>
    /// <param name="last">The machine's last known state; null when it was never seen.</param>
    /// <param name="timeout">The time limit.</param>
    /// <param name="lastFailure">Why the last request failed; null when it did not.</param>
    public static PaperspaceException TimedOut(MachineWaitCondition condition, LastKnownState? last, TimeSpan timeout, string? lastFailure)
    {
        var name = last is null ? TerminalText.Sanitize(condition.MachineId) : Name(last.Machine);
        var action = condition.Operation is { } operation
            ? $"whether its '{TerminalText.Sanitize(operation.Action)}' has ended"
            : "its events";
        var isThere = !condition.IsRemoval && condition.State is not null && last is not null && condition.IsMetIn(last.Machine.State);
        var goal = condition.IsRemoval ? "was not gone"
            : !condition.IsOfMachine ? $"did not end the {TerminalText.Sanitize(condition.Operation?.ToString())}"
            : isThere ? $"is '{TerminalText.Sanitize(last!.Machine.State)}' by the last list, but {action} could not be read"
            : condition.State is null ? $"did not end its '{TerminalText.Sanitize(condition.Operation?.Action)}'"
            : $"did not become '{condition.State}'";
        var seen = last is null ? "" : isThere ? last.NewestEventText : $"; {last}";
        var trouble = lastFailure is null ? "" : $" The last poll failed: {lastFailure}";
        return Error(PaperspaceErrorReason.WaitTimeout, $"Machine {name} {goal} within {timeout:g}{seen}.{trouble}", last?.Machine);
    }

    /// <summary>Returns whether a snapshot is to be gone.</summary>
    public static bool IsSnapshotDeletion(MachineWaitCondition condition) =>
        !condition.IsOfMachine && MachineStates.Is(condition.Operation?.Action, MachineEventNames.SnapshotDelete);

    private static PaperspaceException Error(
        PaperspaceErrorReason reason, string message, Machine? machine, string? apiMessage = null, PaperspaceException? inner = null) =>
        new(reason, message, inner) { ApiMessage = apiMessage ?? inner?.ApiMessage, Machine = machine };

    private static string Subject(MachineWaitCondition condition, Machine machine) =>
        condition.IsOfMachine
            ? $"machine {Name(machine)}"
            : $"{TerminalText.Sanitize(condition.Operation!.ResourceKind)} {TerminalText.Sanitize(condition.Operation.ResourceId)} of "
                + $"machine {Name(machine)}";

    private static string Goal(MachineWaitCondition condition) => condition.State is null
        ? $"its '{TerminalText.Sanitize(condition.Operation?.Action)}' was waited for"
        : $"it was waited for to be '{condition.State}'";

    private static string Name(Machine machine) =>
        string.IsNullOrEmpty(machine.Name) ? machine.Id : $"{machine.Id} ({TerminalText.Sanitize(machine.Name)})";
}

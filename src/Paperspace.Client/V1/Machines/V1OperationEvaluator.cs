namespace Paperspace.Client;

/// <summary>
/// Evaluates operations of the V1 API by their own events, later events, and then the machine's state or another
/// resource's existence.
/// </summary>
internal sealed class V1OperationEvaluator
{
    private readonly V1ResourceExistenceCheck _existence;

    public V1OperationEvaluator(V1ResourceExistenceCheck existence)
    {
        _existence = existence;
    }

    /// <summary>Returns the result of an operation that completes without a request.</summary>
    public static OperationResult? EvaluateAccepted(Operation operation)
    {
        // An action on another resource without an event is synchronous.
        if (!operation.TargetsMachine) return operation.EventIds.Count == 0 ? OperationResult.Succeeded(operation.Machine) : null;
        // The API rejected the action as redundant.
        return operation is { HasAction: true, EventIds.Count: 0, Machine: { } machine } && operation.IsSatisfiedBy(machine.State)
            ? OperationResult.Succeeded(machine)
            : null;
    }

    /// <summary>Returns the result of an operation; null if it is in progress.</summary>
    /// <param name="tracked">The machine's earlier readings; null if its state comes from a list, which may be older
    /// than its events.</param>
    public OperationResult? Evaluate(Operation operation, Machine machine, TrackedMachine? tracked)
    {
        if (!operation.TargetsMachine) return EvaluateResource(operation, machine);
        var events = new V1MachineEventSequence(machine.Events ?? [], operation);
        if (operation.IsRemoval) return EvaluateRemoval(operation, machine, events);
        if (machine.DtDeleted is not null || events.IsDeletion) return OperationResult.BeingDeleted(operation, machine);
        var isMet = operation.TargetState is null
            ? !MachineEvents.IsTransitional(machine.State)
            : operation.IsSatisfiedBy(machine.State);
        if (events.FindFailure(operation.TargetState, isMet) is { } failure)
            return OperationResult.Failed(operation, machine, failure);
        if (events.IsEventMissing && isMet && tracked is not null) return OperationResult.WithoutEvent(operation, machine, tracked);
        if (events.IsInProgress) return null;
        if (isMet) return OperationResult.Succeeded(machine);
        if (
            operation is { HasAction: true, TargetState: { } wanted }
            && !MachineEvents.IsTransitional(machine.State)
            && events.FindOverride(wanted) is { } later)
            return tracked is null ? null : OperationResult.Overridden(operation, machine, later) with { HoldsFor = Lag.State };
        return
            tracked is not null
            && MachineStates.IsRunning(operation.TargetState)
            && machine.State.EqualsIgnoreCase(MachineStates.Off)
            && events.EndedWithoutStart
            // The state may lag behind the event.
            ? OperationResult.WithoutCapacity(machine) with { HoldsFor = Lag.State }
            : null;
    }

    /// <summary>Returns whether a listed machine seems to stay in a state other than the target.</summary>
    public static bool IsSuspect(Operation operation, Machine machine) => !operation.TargetsMachine
        ? FindInconclusiveEnd(operation, machine.Events ?? []) is not null
        : operation.TargetState is not null
        && !operation.IsSatisfiedBy(machine.State)
        && !MachineEvents.IsTransitional(machine.State)
        && new V1MachineEventSequence(machine.Events ?? [], operation) is { IsInProgress: false };

    /// <summary>
    /// Finds the event of an operation on another resource that ended without a clear outcome, if no other event of the
    /// operation is in progress or failed.
    /// </summary>
    public static MachineEvent? FindInconclusiveEnd(Operation operation, IReadOnlyList<MachineEvent> events)
    {
        if (operation.TargetsMachine) return null;
        var own = FindOwn(operation, events);
        return own.Count < operation.EventIds.Count || own.Any(item => MachineEvents.IsPending(item) || MachineEvents.HasFailed(item))
            ? null
            : own.FirstOrDefault(item => !MachineEvents.IsDone(item));
    }

    /// <summary>Returns whether the existence of the resource decides the outcome of the operation.</summary>
    public static bool NeedsExistence(Operation operation, IReadOnlyList<MachineEvent> events) =>
        FindInconclusiveEnd(operation, events) is not null
        || (!operation.TargetsMachine
            && operation.Action is not MachineEventNames.SnapshotRestore
            && FindOwn(operation, events).Count == 0);

    private static OperationResult? EvaluateRemoval(Operation operation, Machine machine, V1MachineEventSequence events)
    {
        if (machine.DtDeleted is not null) return OperationResult.Succeeded(machine);
        // The event may complete before the machine disappears.
        return events.FindDeletionFailure() is { } failure ? OperationResult.Failed(operation, machine, failure) : null;
    }

    private OperationResult? EvaluateResource(Operation operation, Machine machine)
    {
        var own = FindOwn(operation, machine.Events ?? []);
        if (own.FirstOrDefault(MachineEvents.HasFailed) is { } failure) return OperationResult.Failed(operation, machine, failure);
        if (own.Count < operation.EventIds.Count || own.Any(MachineEvents.IsPending))
            return machine.DtDeleted is null ? EvaluateWithoutEvent(operation, machine, own)
                : OperationResult.IsSnapshotDeletion(operation) ? OperationResult.Succeeded(machine)
                : OperationResult.BeingDeleted(operation, machine);
        if (operation is { Action: MachineEventNames.SnapshotCreate, Resource: Snapshot snapshot } && own.Count > 0)
            V1SnapshotDateResolver.Set(snapshot, own[0]);
        return FindInconclusiveEnd(operation, own) is { } inconclusive
            ? EvaluateInconclusiveEnd(operation, machine, inconclusive)
            : OperationResult.Succeeded(machine);
    }

    /// <summary>
    /// Evaluates an operation on another resource whose event is missing: after a while, the existence of the resource
    /// decides.
    /// </summary>
    private OperationResult? EvaluateWithoutEvent(Operation operation, Machine machine, IReadOnlyList<MachineEvent> own) =>
        own.Count == 0 && _existence.Find(operation) == !OperationResult.IsSnapshotDeletion(operation)
            ? OperationResult.Succeeded(machine) with { HoldsFor = Lag.Events }
            : null;

    private OperationResult? EvaluateInconclusiveEnd(Operation operation, Machine machine, MachineEvent inconclusive)
    {
        if (operation.Action.EqualsIgnoreCase(MachineEventNames.SnapshotRestore))
            return OperationResult.Succeeded(
                machine,
                $"The {operation} ended in the state '{inconclusive.State}' without a message, which the API also reports for "
                    + "successful restores. Check the disk.");
        if (_existence.Find(operation) is not { } exists) return null;
        return exists == OperationResult.IsSnapshotDeletion(operation)
            ? OperationResult.Failed(operation, machine, inconclusive)
            : OperationResult.Succeeded(machine);
    }

    private static IReadOnlyList<MachineEvent> FindOwn(Operation operation, IReadOnlyList<MachineEvent> events) =>
        [.. events.Where(item => item.Handle is { } id && operation.EventIds.Contains(id, StringComparer.Ordinal))];
}

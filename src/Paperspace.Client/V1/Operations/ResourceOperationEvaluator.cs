using Paperspace.Client.Operations;
using Paperspace.Client.V1.Machines;
using Paperspace.Client.V1.Snapshots;

namespace Paperspace.Client.V1.Operations;

/// <summary>Evaluates operations of the V1 API on other resources than machines: by the events that it named for them.</summary>
/// <remarks>
/// An event that ended in the state <c>error</c> without a message may have done what it was to do. What it was about is looked at then:
/// it exists, or it does not.
/// </remarks>
internal sealed class ResourceOperationEvaluator
{
    private readonly ResourceExistence _lookup;

    /// <summary>Creates an evaluator.</summary>
    /// <param name="lookup">Knows what was found of resources whose events do not tell.</param>
    public ResourceOperationEvaluator(ResourceExistence lookup)
    {
        _lookup = lookup;
    }

    /// <summary>Returns the state of what has ended without a request: what the API named no event for was done at once.</summary>
    public static OperationState? EvaluateWithoutRequest(MachineWaitCondition condition) =>
        condition.Operation!.EventIds.Count == 0 ? OperationStates.Succeeded(condition, null, condition.Operation.Resource) : null;

    /// <summary>Finds the event that ended, and does not tell how; null where none does, or where another says that the operation goes on
    /// or failed.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="events">The machine's events.</param>
    public static MachineEvent? FindUnclearEnd(MachineWaitCondition condition, IReadOnlyList<MachineEvent> events)
    {
        if (condition.IsOfMachine) return null;
        var own = FindOwn(condition.Operation!, events);
        return own.Count < condition.Operation!.EventIds.Count
            || own.Any(item => MachineEventSequence.IsOpen(item) || MachineEventSequence.HasFailed(item))
            ? null
            : own.FirstOrDefault(item => !MachineStates.Is(item.State, MachineEventStates.Done));
    }

    /// <summary>Returns the state of what has ended; null of what goes on.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="machine">The machine with its events.</param>
    public OperationState? Evaluate(MachineWaitCondition condition, Machine machine)
    {
        var operation = condition.Operation!;
        var own = FindOwn(operation, machine.Events ?? []);
        if (own.FirstOrDefault(MachineEventSequence.HasFailed) is { } failure) return OperationStates.Failed(condition, machine, failure);
        if (own.Count < operation.EventIds.Count || own.Any(MachineEventSequence.IsOpen))
            return machine.DtDeleted is null ? null : EvaluateWithMachineGone(condition, machine);
        if (operation is { Action: MachineEventNames.SnapshotCreate, Resource: Snapshot snapshot } && own.Count > 0)
            SnapshotDates.Set(snapshot, own[0]);
        return FindUnclearEnd(condition, own) is { } unclear
            ? EvaluateUnclearEnd(condition, machine, unclear)
            : OperationStates.Succeeded(condition, machine, operation.Resource);
    }

    private static IReadOnlyList<MachineEvent> FindOwn(ResourceOperation operation, IReadOnlyList<MachineEvent> events) =>
        [.. events.Where(item => item.Handle is { } id && operation.EventIds.Contains(id, StringComparer.Ordinal))];

    private static OperationState EvaluateWithMachineGone(MachineWaitCondition condition, Machine machine) =>
        OperationStates.IsSnapshotDeletion(condition)
            ? OperationStates.Succeeded(condition, machine, condition.Operation!.Resource)
            : OperationStates.BeingDeleted(condition, machine);

    private OperationState? EvaluateUnclearEnd(MachineWaitCondition condition, Machine machine, MachineEvent unclear)
    {
        var operation = condition.Operation!;
        if (MachineStates.Is(operation.Action, MachineEventNames.SnapshotRestore))
            return OperationStates.Succeeded(
                condition,
                machine,
                operation.Resource,
                $"The {operation} ended in the state '{unclear.State}' without a message, which the API also says of what worked: look at "
                    + "the disk.");
        if (_lookup.Find(operation) is not { } exists) return null;
        return exists == OperationStates.IsSnapshotDeletion(condition)
            ? OperationStates.Failed(condition, machine, unclear)
            : OperationStates.Succeeded(condition, machine, operation.Resource);
    }
}

using Paperspace.Client.Operations;
using Paperspace.Client.V1.Operations;

namespace Paperspace.Client.V1.Machines;

/// <summary>Evaluates operations of the V1 API: by the events that it named for them, those that followed, and then the machine's
/// state.</summary>
internal sealed class V1OperationEvaluator : IOperationEvaluator
{
    private readonly ResourceOperationEvaluator _resources;

    /// <summary>Creates an evaluator.</summary>
    /// <param name="resources">Evaluates operations on other resources than machines.</param>
    public V1OperationEvaluator(ResourceOperationEvaluator resources)
    {
        _resources = resources;
    }

    /// <inheritdoc/>
    public OperationState? EvaluateWithoutRequest(MachineWaitCondition condition) =>
        !condition.IsOfMachine ? ResourceOperationEvaluator.EvaluateWithoutRequest(condition)
        // An action that the API refused since there was nothing to do.
        : condition.Operation is { EventIds.Count: 0, Machine: { } machine } && condition.IsMetIn(machine.State)
            ? OperationStates.Succeeded(condition, machine)
            : null;

    /// <inheritdoc/>
    public OperationState? Evaluate(MachineWaitCondition condition, Machine machine) => Evaluate(condition, machine, isStateNew: true);

    /// <summary>Returns the state of what has ended; null of what goes on.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="machine">The machine with its events.</param>
    /// <param name="isStateNew">Whether its state was read after its events, so that it can contradict them.</param>
    public OperationState? Evaluate(MachineWaitCondition condition, Machine machine, bool isStateNew)
    {
        if (!condition.IsOfMachine) return _resources.Evaluate(condition, machine);
        var events = new MachineEventSequence(machine.Events ?? [], condition.Operation);
        if (condition.IsRemoval) return EvaluateRemoval(condition, machine, events);
        if (machine.DtDeleted is not null || events.IsDeletion) return OperationStates.BeingDeleted(condition, machine);
        var isMet = condition.State is null ? !MachineTransitions.IsPassing(machine.State) : condition.IsMetIn(machine.State);
        if (events.FindFailure(condition.State, isMet) is { } failure) return OperationStates.Failed(condition, machine, failure);
        if (events.IsUnderWay) return null;
        if (isMet) return OperationStates.Succeeded(condition, machine);
        return
            isStateNew
            && MachineStates.IsRunning(condition.State)
            && MachineStates.Is(machine.State, MachineStates.Off)
            && events.EndedWithoutStart
            ? OperationStates.WithoutCapacity(condition, machine)
            : null;
    }

    /// <summary>Returns whether a machine whose state comes from a list may be where it will stay, and not where it is to be.</summary>
    public static bool IsSuspect(MachineWaitCondition condition, Machine machine) => !condition.IsOfMachine
        ? ResourceOperationEvaluator.FindUnclearEnd(condition, machine.Events ?? []) is not null
        : condition.State is not null
        && !condition.IsMetIn(machine.State)
        && !MachineTransitions.IsPassing(machine.State)
        && new MachineEventSequence(machine.Events ?? [], condition.Operation) is { IsUnderWay: false };

    private static OperationState? EvaluateRemoval(MachineWaitCondition condition, Machine machine, MachineEventSequence events)
    {
        if (machine.DtDeleted is not null) return OperationStates.Succeeded(condition, machine);
        // That it is done is no end yet: the machine is to be gone.
        return events.FindDeletionFailure() is { } failure ? OperationStates.Failed(condition, machine, failure) : null;
    }
}

using Paperspace.Client.Operations;

namespace Paperspace.Client.Core.Machines;

/// <summary>Evaluates operations of the Core API: by what happened to a machine since it was read before the action.</summary>
internal sealed class CoreOperationEvaluator : IOperationEvaluator
{
    /// <inheritdoc/>
    public OperationState? EvaluateWithoutRequest(MachineWaitCondition condition)
    {
        if (condition.Operation is not { } operation) return null;
        if (operation is { Before: null, TargetState: null } && !condition.IsRemoval)
            return OperationStates.Succeeded(condition, operation.Machine);
        return operation.Before is { } before && new MachineSnapshot(before).IsNoOp(operation.Action) && condition.IsMetIn(before.State)
            ? OperationStates.Succeeded(condition, before)
            : null;
    }

    /// <inheritdoc/>
    public OperationState? Evaluate(MachineWaitCondition condition, Machine machine)
    {
        var evaluation = new OperationEvaluation(condition, machine);
        // Being deleted comes first, since it cancels whatever else was under way.
        if (condition.State is not null && evaluation.IsBeingDestroyed) return OperationStates.BeingDeleted(condition, machine);
        if (evaluation.Failure is { } failure) return OperationStates.Failed(condition, machine, failure);
        return evaluation.IsMet ? OperationStates.Succeeded(condition, machine, evaluation.Warning) : null;
    }
}

namespace Paperspace;

/// <summary>Finds out what became of operations, round by round: the part of a wait that knows how an API tells it.</summary>
public interface IOperationTracker
{
    /// <summary>Returns the states of what is known to have ended without a request.</summary>
    IReadOnlyList<OperationState> GetStatesWithoutRequest();

    /// <summary>Begins a round of requests about what is still pending. Pages hold states as they become known: those that ended once
    /// and for all, and pending ones that were seen. A failure that concerns one machine alone is not thrown.</summary>
    /// <param name="isFinal">Whether it is the last round, so that each machine not seen since the round before is read once.</param>
    IPager<OperationState> GetStates(bool isFinal);
}

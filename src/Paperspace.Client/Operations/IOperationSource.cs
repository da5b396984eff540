namespace Paperspace.Client;

/// <summary>Reports on operations by an API's rules. Contains everything in which the APIs differ in a wait.</summary>
internal interface IOperationSource
{
    /// <summary>Returns the result of an operation that completes without a request; null if it is in progress.</summary>
    OperationResult? EvaluateAccepted(Operation operation);

    /// <summary>Returns the result of an operation; null if it is in progress.</summary>
    /// <param name="machine">The machine with its current events.</param>
    /// <param name="tracked">The state from earlier readings.</param>
    OperationResult? Evaluate(Operation operation, Machine machine, TrackedMachine tracked);

    /// <summary>Reads a machine with its events.</summary>
    Task<Machine> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken);

    /// <summary>Checks, other than by reading the machine, whether it was deleted.</summary>
    /// <returns>Whether it was deleted; null if unknown.</returns>
    Task<bool?> ConfirmGoneAsync(TrackedMachine machine, CancellationToken cancellationToken);

    /// <summary>Finds the machines to read, with few requests. Machines found before a failure stay in the queue.</summary>
    /// <param name="queue">Receives the machines to read.</param>
    /// <param name="ended">Receives the operations that have ended.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <returns>Whether a list was read; otherwise every machine is in the queue.</returns>
    Task<bool> PollAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        ReadQueue queue,
        ICollection<Operation> ended,
        TimeSpan now,
        CancellationToken cancellationToken);
}

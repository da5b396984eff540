namespace Paperspace.Client;

/// <summary>Reports on operations by an API's rules: all that differs between the APIs in a wait.</summary>
internal interface IOperationSource
{
    /// <summary>Returns the result of an operation that needs no request; null if it is in progress.</summary>
    OperationResult? EvaluateAccepted(Operation operation);

    /// <summary>Returns the result of an operation; null if it is in progress.</summary>
    /// <param name="machine">The machine with its events, as just read.</param>
    /// <param name="tracked">What is known of it from earlier readings.</param>
    OperationResult? Evaluate(Operation operation, Machine machine, TrackedMachine tracked);

    /// <summary>Reads a machine with its events.</summary>
    Task<Machine> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken);

    /// <summary>Looks for something other than the machine itself that says whether it was deleted.</summary>
    /// <returns>Whether it was; null if nothing says.</returns>
    Task<bool?> ConfirmGoneAsync(TrackedMachine machine, CancellationToken cancellationToken);

    /// <summary>Finds with few requests which machines to read. What was found before a failure stays in the queue.</summary>
    /// <param name="queue">Receives the machines to read.</param>
    /// <param name="ended">Receives the operations that turned out to have ended.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <returns>Whether a list was read; otherwise every machine is in the queue.</returns>
    Task<bool> PollAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        ReadQueue queue,
        ICollection<Operation> ended,
        TimeSpan now,
        CancellationToken cancellationToken);
}

namespace Paperspace;

/// <summary>Waits for operations on machines: pages of operations that ended, until each has.</summary>
/// <remarks>
/// Nothing is sent between two calls of <see cref="IPager{T}.NextAsync"/>: each makes a step, such as a delay with a poll or some reads,
/// and its page may be empty. It returns null while nothing is open. An operation that failed is in a page with its
/// <see cref="Operation.Error"/>; an error that concerns all, such as a rejected key, is thrown and ends the wait.
/// </remarks>
public interface IMachineWaiter : IPager<Operation>
{
    /// <summary>Gets the progress as of the last poll.</summary>
    MachineWaitProgress Progress { get; }

    /// <summary>Adds an operation, which is polled with the others and has the time limit to itself. May be called while
    /// <see cref="IPager{T}.NextAsync"/> runs, from any thread.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="timeout">Its time limit; null for that of the wait.</param>
    /// <exception cref="ArgumentException">The operation is on another resource than a machine, and names no machine.</exception>
    void Add(Operation operation, TimeSpan? timeout = null);
}

namespace Paperspace;

/// <summary>Waits for operations on machines. Its pages contain the operations that ended.</summary>
/// <remarks>
/// Each call of <see cref="IPager{T}.NextAsync"/> makes one step, such as a delay and a poll; nothing is sent between calls. A page may be
/// empty; null means that no operation is in progress. A failed operation is in a page, with its <see cref="Operation.Error"/>. An error
/// that affects every operation, such as a rejected key, is thrown and ends the wait.
/// </remarks>
public interface IMachineWaiter : IPager<Operation>
{
    /// <summary>Gets the progress as of the last poll.</summary>
    MachineWaitProgress Progress { get; }

    /// <summary>
    /// Adds an operation, with its own time limit. Can be called from any thread, even while
    /// <see cref="IPager{T}.NextAsync"/> runs.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="timeout">The time limit; null for that of the wait.</param>
    /// <exception cref="ArgumentException">The operation is on a resource other than a machine, and names no machine.</exception>
    void Add(Operation operation, TimeSpan? timeout = null);
}

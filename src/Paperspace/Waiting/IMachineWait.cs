namespace Paperspace;

/// <summary>A wait under way: batches of machines that arrived or failed, until all have.</summary>
/// <remarks>
/// Nothing is sent between two calls of <see cref="IBatches{T}.NextAsync"/>: each makes a step, such as a pause with a poll or some looks,
/// and its batch may be empty. A machine that fails is in a batch with its error; an error that concerns all, such as a key that is not
/// accepted, is thrown and ends the wait.
/// </remarks>
public interface IMachineWait : IBatches<MachineArrival>
{
    /// <summary>How far the wait is, as of the last poll.</summary>
    MachineWaitProgress Progress { get; }
}

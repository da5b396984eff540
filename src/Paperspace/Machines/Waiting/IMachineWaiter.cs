namespace Paperspace;

/// <summary>Waits for machines: pages of results, until each condition is met or has failed.</summary>
/// <remarks>
/// Nothing is sent between two calls of <see cref="IPager{T}.NextAsync"/>: each makes a step, such as a delay with a poll or some reads,
/// and its page may be empty. A machine that fails is in a page with its error; an error that concerns all, such as a key that is not
/// accepted, is thrown and ends the wait.
/// </remarks>
public interface IMachineWaiter : IPager<MachineWaitResult>
{
    /// <summary>Gets how far the wait is, as of the last poll.</summary>
    MachineWaitProgress Progress { get; }
}

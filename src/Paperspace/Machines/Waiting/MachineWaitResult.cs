namespace Paperspace;

/// <summary>Tells how the wait for one machine ended.</summary>
public sealed class MachineWaitResult
{
    /// <summary>Creates a result.</summary>
    /// <param name="condition">What was waited for.</param>
    /// <param name="machine">The machine, when the condition was met; for one to be gone, in its last known state.</param>
    /// <param name="error">Why the condition will not be met; null when it was.</param>
    public MachineWaitResult(MachineWaitCondition condition, Machine? machine, PaperspaceException? error)
    {
        Condition = condition;
        Machine = machine;
        Error = error;
    }

    /// <summary>Gets what was waited for.</summary>
    public MachineWaitCondition Condition { get; }

    /// <summary>Gets the machine with its events, when the condition was met; for one to be gone, in its last known state, which may be
    /// null.</summary>
    public Machine? Machine { get; }

    /// <summary>Gets the resource that the operation was about, as it is at its end, where it is another one than a machine and is known;
    /// otherwise null.</summary>
    public object? Resource { get; init; }

    /// <summary>Gets why the condition will not be met; null when it was.</summary>
    public PaperspaceException? Error { get; }

    /// <summary>Gets what the caller should know although the condition was met; null for nothing.</summary>
    public string? Warning { get; init; }
}

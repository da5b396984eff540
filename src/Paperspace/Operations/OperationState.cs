namespace Paperspace;

/// <summary>Tells what became of what is waited for, as of the last request about it.</summary>
public sealed class OperationState
{
    /// <summary>Creates a state.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="status">What became of it.</param>
    public OperationState(MachineWaitCondition condition, OperationStatus status)
    {
        Condition = condition;
        Status = status;
    }

    /// <summary>Gets what is waited for.</summary>
    public MachineWaitCondition Condition { get; }

    /// <summary>Gets what became of it.</summary>
    public OperationStatus Status { get; }

    /// <summary>Gets the machine in its last known state; null where it is not known.</summary>
    public Machine? Machine { get; init; }

    /// <summary>Gets the resource that the operation was about, where it is another one than a machine and is known; otherwise
    /// null.</summary>
    public object? Resource { get; init; }

    /// <summary>Gets the machine's newest known event; null where none is known.</summary>
    public MachineEvent? NewestEvent { get; init; }

    /// <summary>Gets why it failed; null unless it did.</summary>
    public PaperspaceException? Error { get; init; }

    /// <summary>Gets why the last request about this machine alone failed; null when it did not.</summary>
    public string? LastFailure { get; init; }

    /// <summary>Gets what the caller should know although it succeeded; null for nothing.</summary>
    public string? Warning { get; init; }
}

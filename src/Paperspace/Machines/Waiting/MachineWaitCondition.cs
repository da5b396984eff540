namespace Paperspace;

/// <summary>Tells what one machine is waited for: the end of an operation on it or on what belongs to it, or a state.</summary>
public sealed class MachineWaitCondition
{
    private MachineWaitCondition(string machineId, string? state, ResourceOperation? operation)
    {
        MachineId = machineId;
        State = state;
        Operation = operation;
    }

    /// <summary>Gets the machine's id.</summary>
    public string MachineId { get; }

    /// <summary>Gets the state it is to reach; null when it is to be gone, or when the operation's end is all that is awaited.</summary>
    public string? State { get; }

    /// <summary>Gets the operation whose end is awaited; null when the state alone is.</summary>
    public ResourceOperation? Operation { get; }

    /// <summary>Gets whether the machine itself is waited for, rather than another resource that its events tell of, such as a
    /// snapshot.</summary>
    public bool IsOfMachine => Operation is null || Operation.ResourceKind == ResourceKinds.Machine;

    /// <summary>Gets whether the machine is to be gone.</summary>
    public bool IsRemoval => Operation is { } operation && MachineStates.Is(operation.Action, MachineEventNames.Deactivate);

    /// <summary>Creates a condition that a machine is in a state, with nothing under way that leads elsewhere.</summary>
    public static MachineWaitCondition ForState(string machineId, string state) =>
        new(
            (machineId ?? throw new ArgumentNullException(nameof(machineId))).Trim(),
            state ?? throw new ArgumentNullException(nameof(state)),
            null);

    /// <summary>Creates a condition that an operation has ended, on a machine or on another resource, of which a machine's events
    /// tell.</summary>
    /// <exception cref="ArgumentException">The operation is about another resource, and names no machine whose events tell of its
    /// end.</exception>
    public static MachineWaitCondition ForOperation(ResourceOperation operation)
    {
        if (operation is null) throw new ArgumentNullException(nameof(operation));
        if (operation is { MachineId: null, EventIds.Count: > 0 } && operation.ResourceKind != ResourceKinds.Machine)
            throw new ArgumentException($"The {operation} names no machine whose events tell of its end.", nameof(operation));
        return new MachineWaitCondition(operation.MachineId ?? operation.ResourceId, operation.TargetState, operation);
    }

    /// <summary>Returns whether a machine in this state is where it is to be, as far as the state tells.</summary>
    public bool IsMetIn(string? state) => State is { } wanted && MachineStates.Satisfies(state, wanted);
}

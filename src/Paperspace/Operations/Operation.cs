namespace Paperspace;

/// <summary>Represents an action that an API accepted and that takes time, or a wait for a state, from then until it ends.</summary>
/// <remarks>Plain data: it can be serialized and awaited elsewhere. <see cref="IMachineClient.WaitFor"/> completes it.</remarks>
public sealed class Operation
{
    /// <summary>Gets or sets the kind of the resource, one of <see cref="ResourceKinds"/>.</summary>
    public string ResourceKind { get; set; } = ResourceKinds.Machine;

    /// <summary>Gets or sets the id of the resource.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>Gets or sets the id of the machine that the action runs on; null if there is none.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the action, by the name of its event; empty for a wait for a state.</summary>
    public string Action { get; set; } = "";

    /// <summary>Gets or sets the state that the machine is in once the action succeeded; null if the machine is deleted, or if no state
    /// indicates the end.</summary>
    public string? TargetState { get; set; }

    /// <summary>Gets or sets further states that end a wait for a state as <see cref="TargetState"/> does; empty for none.</summary>
    public IReadOnlyList<string> AlternativeStates { get; set; } = [];

    /// <summary>Gets or sets the ids of the events that the API named; empty if it named none.</summary>
    public IReadOnlyList<string> EventIds { get; set; } = [];

    /// <summary>Gets or sets when the action was accepted, in UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Gets or sets the machine as it was before the action; null if the API names events, which need no comparison.</summary>
    public Machine? Before { get; set; }

    /// <summary>Gets or sets the machine as the API last returned it; null if it returned none.</summary>
    public Machine? Machine { get; set; }

    /// <summary>Gets or sets the resource as the API returned it, if it is not a machine; null if it returned none.</summary>
    public object? Resource { get; set; }

    /// <summary>Gets or sets whether the action created the machine: until it was seen once, 404 does not mean that it was deleted.</summary>
    public bool CreatesMachine { get; set; }

    /// <summary>Gets or sets how far the operation is.</summary>
    public OperationStatus Status { get; set; }

    /// <summary>Gets or sets why the operation failed, or why its outcome is unknown; null otherwise.</summary>
    public PaperspaceException? Error { get; set; }

    /// <summary>Gets or sets what to know although the action was accepted or succeeded, such as a setting that did not apply.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>Gets whether the machine itself is awaited, rather than another resource that its events report on, such as a
    /// snapshot.</summary>
    public bool TargetsMachine => ResourceKind == ResourceKinds.Machine;

    /// <summary>Gets whether the machine is being deleted.</summary>
    public bool IsRemoval => TargetsMachine && Action.EqualsIgnoreCase(MachineEventNames.Deactivate);

    internal string TargetStatesText => string.Join("' or '", AlternativeStates.Prepend(TargetState));

    internal bool HasAction => Action.Length > 0;

    /// <summary>Gets the machine whose events and state report on the operation.</summary>
    internal string ObservedMachineId => MachineId ?? ResourceId;

    /// <summary>Creates a wait for a state of a machine, with nothing in progress that leads elsewhere.</summary>
    /// <param name="machineId">The machine's id.</param>
    /// <param name="state">The state.</param>
    /// <param name="alternatives">Further states; any of them ends the wait.</param>
    public static Operation ForState(string machineId, string state, params string[] alternatives)
    {
        var id = (machineId ?? throw new ArgumentNullException(nameof(machineId))).Trim();
        return new Operation
        {
            ResourceId = id,
            MachineId = id,
            TargetState = state ?? throw new ArgumentNullException(nameof(state)),
            AlternativeStates = alternatives ?? [],
        };
    }

    /// <summary>Returns whether a machine in this state has reached a target state.</summary>
    public bool IsSatisfiedBy(string? state) =>
        TargetState is { } wanted && AlternativeStates.Prepend(wanted).Any(target => MachineStates.Satisfies(state, target));

    /// <inheritdoc/>
    public override string ToString() => HasAction ? $"{Action} of {ResourceKind} {ResourceId}" : $"{ResourceKind} {ResourceId}";
}

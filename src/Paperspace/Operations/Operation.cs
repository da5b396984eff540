namespace Paperspace;

/// <summary>Represents an operation that an API accepted and that takes time, or a wait for a machine's state.</summary>
/// <remarks>
/// An operation is plain data, which can be serialized and awaited elsewhere. <see cref="IMachineClient.WaitFor"/>
/// updates its status.
/// </remarks>
public sealed class Operation
{
    /// <summary>Gets or sets the kind of the resource, one of <see cref="ResourceKinds"/>.</summary>
    public string ResourceKind { get; set; } = ResourceKinds.Machine;

    /// <summary>Gets or sets the id of the resource.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>Gets or sets the id of the machine that the action runs on; null if there is none.</summary>
    public string? MachineId { get; set; }

    /// <summary>
    /// Gets or sets the action as the name of its event, see <see cref="MachineEventNames"/>; empty for a wait for a
    /// state.
    /// </summary>
    public string Action { get; set; } = "";

    /// <summary>
    /// Gets or sets the state of the machine after the action; null if the machine is deleted, or if no state indicates
    /// success.
    /// </summary>
    public string? TargetState { get; set; }

    /// <summary>Gets or sets other states that complete a wait for a state; empty for none.</summary>
    public IReadOnlyList<string> AlternativeStates { get; set; } = [];

    /// <summary>Gets or sets the ids of the action's events; empty if the API returned none.</summary>
    public IReadOnlyList<string> EventIds { get; set; } = [];

    /// <summary>Gets or sets the time when the action was accepted, in UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Gets or sets the machine before the action, to detect changes; null if the API returns event ids.</summary>
    public Machine? Before { get; set; }

    /// <summary>Gets or sets the machine as the API last returned it; null if it returned none.</summary>
    public Machine? Machine { get; set; }

    /// <summary>Gets or sets the resource as the API returned it, if it is not a machine; null if it returned none.</summary>
    public object? Resource { get; set; }

    /// <summary>
    /// Gets or sets whether the action creates the machine. Until a new machine appears, 404 does not mean that it was
    /// deleted.
    /// </summary>
    public bool CreatesMachine { get; set; }

    /// <summary>Gets or sets the status of the operation.</summary>
    public OperationStatus Status { get; set; }

    /// <summary>Gets or sets the error if the operation failed or its outcome is unknown; null otherwise.</summary>
    public PaperspaceException? Error { get; set; }

    /// <summary>Gets or sets warnings about an accepted or completed action, such as a setting that was not applied.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>
    /// Gets whether the operation is on the machine itself, rather than on another resource that the machine's events
    /// track, such as a snapshot.
    /// </summary>
    public bool TargetsMachine => ResourceKind == ResourceKinds.Machine;

    /// <summary>Gets whether the machine is being deleted.</summary>
    public bool IsRemoval => TargetsMachine && Action.EqualsIgnoreCase(MachineEventNames.Deactivate);

    internal string TargetStatesText => string.Join("' or '", AlternativeStates.Prepend(TargetState));

    internal bool HasAction => Action.Length > 0;

    /// <summary>Gets the machine whose events and state are polled.</summary>
    internal string ObservedMachineId => MachineId ?? ResourceId;

    /// <summary>Creates a wait for a state of a machine. No action on the machine is required.</summary>
    /// <param name="machineId">The machine's id.</param>
    /// <param name="state">The state.</param>
    /// <param name="alternatives">Other states that complete the wait.</param>
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

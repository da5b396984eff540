namespace Paperspace;

/// <summary>Describes an action that an API accepted and that takes time: plain data, which can be serialized and awaited
/// elsewhere.</summary>
public sealed class ResourceOperation
{
    /// <summary>Gets or sets the kind of the resource, one of <see cref="ResourceKinds"/>.</summary>
    public string ResourceKind { get; set; } = ResourceKinds.Machine;

    /// <summary>Gets or sets the id of the resource.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>Gets or sets the id of the machine that the action runs on; null where there is none.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the action, by the name of its event.</summary>
    public string Action { get; set; } = "";

    /// <summary>Gets or sets the state the machine is in once the action succeeded; null where it is to be gone, or where no state
    /// tells.</summary>
    public string? TargetState { get; set; }

    /// <summary>Gets or sets the ids of the events that the API named; empty where it named none.</summary>
    public IReadOnlyList<string> EventIds { get; set; } = [];

    /// <summary>Gets or sets when the action was accepted, in UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Gets or sets the machine as it was before the action; null where the API needs no snapshot of it to tell what became of
    /// the action.</summary>
    public Machine? Before { get; set; }

    /// <summary>Gets or sets the machine as the API returned it; null where it returned none.</summary>
    public Machine? Machine { get; set; }

    /// <summary>Gets or sets the resource as the API returned it, where it is another one than a machine; null where it returned
    /// none.</summary>
    public object? Resource { get; set; }

    /// <summary>Gets or sets what the caller should know although the action was accepted, such as a setting that did not apply.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Action} of {ResourceKind} {ResourceId}";
}

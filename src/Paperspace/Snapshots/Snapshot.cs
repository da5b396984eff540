namespace Paperspace;

/// <summary>Describes a saved state of a machine's disk.</summary>
public sealed class Snapshot : Resource
{
    /// <summary>Gets or sets the id, such as <c>slqafgu4n6gxge</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name, which need not be unique.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the id of the machine.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets whether the snapshot was taken automatically.</summary>
    public bool? IsAutoSnapshot { get; set; }

    /// <summary>
    /// Gets or sets the state of the event that took the snapshot, see <see cref="MachineEventStates"/>; null if that
    /// event is unknown.
    /// </summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the time when the snapshot was requested, in UTC; null if its event is unknown.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Name) ? Id : $"{Id} ({Name})";
}

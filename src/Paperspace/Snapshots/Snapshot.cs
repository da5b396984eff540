namespace Paperspace;

/// <summary>Describes a saved state of a machine's disk.</summary>
public sealed class Snapshot : Resource
{
    /// <summary>Gets or sets the id, such as <c>slqafgu4n6gxge</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name; not unique.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the machine whose disk it is of.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets whether it was taken by itself, by the machine's settings.</summary>
    public bool? IsAutoSnapshot { get; set; }

    /// <summary>Gets or sets how far it is, as the event that takes it tells: see <see cref="MachineEventStates"/>; null where no event is
    /// known to be its own.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets when it was asked for, in UTC; null where no event is known to be its own.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Name) ? Id : $"{Id} ({Name})";
}

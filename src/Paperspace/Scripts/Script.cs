namespace Paperspace;

/// <summary>Describes a startup script.</summary>
public sealed class Script : Resource
{
    /// <summary>Gets or sets the id, such as <c>sc123abc</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name, which need not be unique.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the description; null for none.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets whether the script is enabled.</summary>
    public bool? IsEnabled { get; set; }

    /// <summary>Gets or sets whether a machine runs the script only at its first start, rather than at each start.</summary>
    public bool? IsRunOnce { get; set; }

    /// <summary>
    /// Gets or sets the ids of the machines that the script is assigned to; null if the API does not return them, such
    /// as in Core's lists.
    /// </summary>
    public IReadOnlyList<string>? AssignedMachineIds { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the machines' most recent runs of the script; null if the API does not return them.</summary>
    public IReadOnlyList<ScriptRun>? Runs { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the kind of owner, <c>team</c> or <c>user</c>; null if the API does not return it.</summary>
    public string? OwnerType { get; set; }

    /// <summary>Gets or sets the id of the owner; null if the API does not return it.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Gets or sets the time when the script was created.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the time when the script was deleted; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the text of the script; null unless it was requested.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Name) ? Id : $"{Id} ({Name})";
}

namespace Paperspace;

/// <summary>Describes a script that machines run when they start.</summary>
public sealed class Script : Resource
{
    /// <summary>Gets or sets the id, such as <c>sc123abc</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name; not unique.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the description; null for none.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets whether machines run it.</summary>
    public bool? IsEnabled { get; set; }

    /// <summary>Gets or sets whether a machine runs it at its first start only, rather than at each.</summary>
    public bool? IsRunOnce { get; set; }

    /// <summary>Gets or sets the machines that it is assigned to; null where the API does not tell them, as Core in lists.</summary>
    public IReadOnlyList<string>? AssignedMachineIds { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets when the machines last ran it; null where the API does not tell it.</summary>
    public IReadOnlyList<ScriptRun>? Runs { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets what owns it, <c>team</c> or <c>user</c>; null where the API does not tell it.</summary>
    public string? OwnerType { get; set; }

    /// <summary>Gets or sets the id of the team or user that owns it; null where the API does not tell it.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Gets or sets when it was created.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets when it was deleted; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the text that runs; null unless it was asked for.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Name) ? Id : $"{Id} ({Name})";
}

namespace Paperspace;

/// <summary>Describes the reservation that a machine belongs to.</summary>
public sealed class MachineReservation
{
    /// <summary>Gets or sets the id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets when it begins.</summary>
    public DateTimeOffset? DtStarted { get; set; }

    /// <summary>Gets or sets when it ends.</summary>
    public DateTimeOffset? DtFinished { get; set; }

    /// <summary>Gets or sets whether it is in force.</summary>
    public bool? IsActive { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id;
}

namespace Paperspace;

/// <summary>Describes the reservation of a machine.</summary>
public sealed class MachineReservation
{
    /// <summary>Gets or sets the id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the time when the reservation begins.</summary>
    public DateTimeOffset? DtStarted { get; set; }

    /// <summary>Gets or sets the time when the reservation ends.</summary>
    public DateTimeOffset? DtFinished { get; set; }

    /// <summary>Gets or sets whether the reservation is active.</summary>
    public bool? IsActive { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id;
}

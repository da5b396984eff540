namespace Paperspace;

/// <summary>Represents an event of a machine: an entry of <see cref="Machine.Events"/>.</summary>
public sealed class MachineEvent : Resource
{
    /// <summary>Gets or sets what happens, such as <c>start</c>; see <see cref="MachineEventNames"/> for those known.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets how far it is: new, in progress, done, error or cancelled; see <see cref="MachineEventStates"/>.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets why it failed; empty when it did not.</summary>
    public string? ErrorMsg { get; set; }

    /// <summary>Gets or sets the event's own id.</summary>
    public string? Handle { get; set; }

    /// <summary>Gets or sets the machine it happened to; null where it happened to none.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets when it was asked for.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets when it began; null before, or where the API does not tell it.</summary>
    public DateTimeOffset? DtStarted { get; set; }

    /// <summary>Gets or sets when it last changed.</summary>
    public DateTimeOffset? DtModified { get; set; }

    /// <summary>Gets or sets when it ended.</summary>
    public DateTimeOffset? DtFinished { get; set; }

    /// <summary>Gets how long it took, in seconds; null until it has ended.</summary>
    public double? DurationSeconds => (DtFinished - DtCreated)?.TotalSeconds;

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {State}";
}

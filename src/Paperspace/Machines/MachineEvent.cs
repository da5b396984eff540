namespace Paperspace;

/// <summary>Represents an event of a machine, such as a start or a stop.</summary>
public sealed class MachineEvent : Resource
{
    /// <summary>Gets or sets the name, such as <c>start</c>; see <see cref="MachineEventNames"/>.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// Gets or sets the state: <c>new</c>, <c>in progress</c>, <c>done</c>, <c>error</c> or <c>cancelled</c>; see
    /// <see cref="MachineEventStates"/>.
    /// </summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the error message; empty unless the event failed.</summary>
    public string? ErrorMsg { get; set; }

    /// <summary>Gets or sets the id of the event.</summary>
    public string? Handle { get; set; }

    /// <summary>Gets or sets the id of the machine; null if the event is not about one.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the time when the event was requested.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the time when the event began; null before, or if the API does not return it.</summary>
    public DateTimeOffset? DtStarted { get; set; }

    /// <summary>Gets or sets the time when the event last changed.</summary>
    public DateTimeOffset? DtModified { get; set; }

    /// <summary>Gets or sets the time when the event ended; null before.</summary>
    public DateTimeOffset? DtFinished { get; set; }

    /// <summary>Gets the time from request to end in seconds; null until the event has ended.</summary>
    public double? DurationSeconds => (DtFinished - DtCreated)?.TotalSeconds;

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {State}";
}

namespace Paperspace.Client;

/// <summary>Holds the response to an action that takes time, as the V1 API returns it.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
internal sealed class V1ActionResponse<T>
    where T : class, new()
{
    /// <summary>Gets or sets the resource, which may be as it was before the action; null if the response has none.</summary>
    public T? Data { get; set; }

    /// <summary>Gets or sets the event that the action began; null if it began none.</summary>
    public MachineEvent? Event { get; set; }

    public static JsonMap<V1ActionResponse<T>> CreateMap(JsonMap<T> data) =>
        new JsonMap<V1ActionResponse<T>>((_, _) => { })
            .Object("data", data, (it, value) => it.Data = value)
            .Object("event", V1MachineEventJsonMap.Map, (it, value) => it.Event = value);

    /// <summary>Returns the operation that the action began.</summary>
    /// <param name="id">The resource's id.</param>
    /// <param name="machineId">The machine that the action runs on, if the event does not name it.</param>
    /// <param name="action">The action, by the name of its event.</param>
    /// <param name="now">The time.</param>
    public Operation ToOperation(string kind, string id, string? machineId, string action, DateTimeOffset now) => new()
    {
        ResourceKind = kind,
        ResourceId = id,
        MachineId = Event?.MachineId ?? machineId,
        Action = action,
        EventIds = Event?.Handle is { Length: > 0 } eventId ? [eventId] : [],
        StartedAt = now,
        Machine = Data as Machine,
        Resource = Data is Machine ? null : Data,
    };
}

namespace Paperspace.Client;

/// <summary>Represents the V1 API's response to an action that takes time.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
internal sealed class V1ActionResponse<T>
    where T : class, new()
{
    /// <summary>Gets or sets the resource, possibly in its state before the action; null if the response has none.</summary>
    public T? Data { get; set; }

    /// <summary>Gets or sets the event of the action; null if it has none.</summary>
    public MachineEvent? Event { get; set; }

    public static JsonMap<V1ActionResponse<T>> CreateMap(JsonMap<T> data) =>
        new JsonMap<V1ActionResponse<T>>((_, _) => { })
            .Object("data", data, (it, value) => it.Data = value)
            .Object("event", V1MachineEventJsonMap.Map, (it, value) => it.Event = value);

    /// <summary>Creates the operation for the action.</summary>
    /// <param name="machineId">The machine, if the event does not name one.</param>
    /// <param name="action">The action, as the name of its event.</param>
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

namespace Paperspace.Client.V1.Operations;

/// <summary>Holds the response to an action that takes time, as the V1 API returns it.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
internal sealed class ActionResponse<T>
    where T : class
{
    /// <summary>Gets or sets the resource, which may be as it was before the action; null where none came.</summary>
    public T? Data { get; set; }

    /// <summary>Gets or sets the event that the action began; null where it began none.</summary>
    public MachineEvent? Event { get; set; }

    /// <summary>Gets the ids of the events.</summary>
    public IReadOnlyList<string> EventIds => Event?.Handle is { Length: > 0 } id ? [id] : [];

    /// <summary>Describes the action, on another resource than a machine.</summary>
    /// <param name="kind">The kind of the resource.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="machineId">The machine that the action runs on, where the event does not tell it.</param>
    /// <param name="action">The action, by the name of its event.</param>
    /// <param name="now">The time.</param>
    public ResourceOperation ToOperation(string kind, string id, string? machineId, string action, DateTimeOffset now) => new()
    {
        ResourceKind = kind,
        ResourceId = id,
        MachineId = Event?.MachineId ?? machineId,
        Action = action,
        EventIds = EventIds,
        StartedAt = now,
        Resource = Data,
    };
}

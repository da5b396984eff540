namespace Paperspace.Client.V1.Operations;

/// <summary>Holds the response to an action that takes time, as the V1 API gives it.</summary>
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
}

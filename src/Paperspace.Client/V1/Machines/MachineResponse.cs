namespace Paperspace.Client.V1.Machines;

/// <summary>Holds the response to an action on a machine.</summary>
/// <param name="Machine">The machine as the API gave it, which may be as it was before the action.</param>
/// <param name="Event">The event that the action began; null where it began none.</param>
internal sealed record MachineResponse(Machine Machine, MachineEvent? Event)
{
    /// <summary>Gets the ids of the events.</summary>
    public IReadOnlyList<string> EventIds => Event?.Handle is { Length: > 0 } id ? [id] : [];
}

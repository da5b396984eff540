namespace Paperspace.Client.V1.Machines;

/// <summary>Holds the response to an action on a machine.</summary>
/// <param name="Machine">The machine as the API returned it, which may be as it was before the action.</param>
/// <param name="EventIds">The ids of the events that the action began; empty where it began none.</param>
internal sealed record MachineResponse(Machine Machine, IReadOnlyList<string> EventIds);

using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Machines;

/// <summary>Holds the response to an action on a machine, as the V1 API gives it.</summary>
internal sealed class MachineResponseJson
{
    /// <summary>Gets the map of its JSON.</summary>
    public static JsonMap<MachineResponseJson> Map { get; } = new JsonMap<MachineResponseJson>((_, _) => { })
        .Object("data", MachineJsonMap.Map, (it, value) => it.Data = value)
        .Object("event", MachineEventJsonMap.Map, (it, value) => it.Event = value);

    /// <summary>Gets or sets the machine.</summary>
    public MachineJson? Data { get; set; }

    /// <summary>Gets or sets the event that the action began; null where it began none.</summary>
    public MachineEvent? Event { get; set; }
}

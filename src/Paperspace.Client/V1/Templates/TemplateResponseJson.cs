using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Templates;

/// <summary>Holds the response to the creation of a template, as the V1 API gives it.</summary>
internal sealed class TemplateResponseJson
{
    /// <summary>Gets the map of its JSON.</summary>
    public static JsonMap<TemplateResponseJson> Map { get; } = new JsonMap<TemplateResponseJson>((_, _) => { })
        .Object("data", TemplateJsonMap.Map, (it, value) => it.Data = value)
        .Object("event", Machines.MachineEventJsonMap.Map, (it, value) => it.Event = value);

    /// <summary>Gets or sets the template.</summary>
    public Template? Data { get; set; }

    /// <summary>Gets or sets the event that the creation began; null where it began none.</summary>
    public MachineEvent? Event { get; set; }
}

using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Templates;

/// <summary>Maps the JSON of a template.</summary>
internal static class TemplateJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<Template> Map { get; } = new JsonMap<Template>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("name", (it, value) => it.Name = value)
        .Text("label", (it, value) => it.Label = value)
        .Text("os", (it, value) => it.Os = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Text("teamId", (it, value) => it.TeamId = value)
        .Text("userId", (it, value) => it.UserId = value)
        .Text("region", (it, value) => it.Region = value);
}

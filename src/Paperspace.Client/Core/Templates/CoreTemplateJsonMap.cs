namespace Paperspace.Client;

internal static class CoreTemplateJsonMap
{
    public static JsonMap<Template> Map { get; } = new JsonMap<Template>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .String("label", (it, value) => it.Label = value)
        .String("os", (it, value) => it.Os = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .String("teamId", (it, value) => it.TeamId = value)
        .String("userId", (it, value) => it.UserId = value)
        .String("region", (it, value) => it.Region = Regions.Normalize(value));
}

namespace Paperspace.Client;

internal static class V1TemplateJsonMap
{
    private static readonly JsonMap<TemplateMachineType> MachineType = new JsonMap<TemplateMachineType>(
        (it, others) => it.AdditionalData = others)
        .InternedString("machineTypeLabel", (it, value) => it.MachineType = value ?? "")
        .Boolean("isAvailable", (it, value) => it.IsAvailable = value);

    public static JsonMap<Template> Map { get; } = new JsonMap<Template>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .InternedString("agentType", (it, value) => it.AgentType = value)
        .InternedString("operatingSystemLabel", (it, value) => it.Os = value)
        .InternedString("region", (it, value) => it.Region = Regions.Normalize(value))
        .Int32("defaultSizeGb", (it, value) => it.DefaultSizeGb = value)
        .Array("availableMachineTypes", MachineType, (it, value) => it.AvailableMachineTypes = value)
        .String("parentMachineId", (it, value) => it.ParentMachineId = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value);
}

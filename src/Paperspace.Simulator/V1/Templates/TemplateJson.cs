using System.Globalization;
using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedTemplate>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes templates as JSON.</summary>
internal static class TemplateJson
{
    public static JsonMap<V1Item<SimulatedTemplate>> Os { get; } = new(
        Field.Text("id", item => item.Value.Id),
        Field.Text("name", item => item.Value.Name),
        Field.Text("agentType", item => item.Value.AgentType.ToString()),
        Field.Text("operatingSystemLabel", item => item.Value.Os),
        Field.Literal("defaultSizeGb", item => item.Value.DefaultSize?.ToString(CultureInfo.InvariantCulture)),
        Field.Literal("availableMachineTypes", MachineTypes),
        Field.Date("dtCreated", item => item.Value.CreatedAt));

    public static JsonMap<V1Item<SimulatedTemplate>> Custom { get; } = new(
        Field.Text("id", item => item.Value.Id),
        Field.Text("name", item => item.Value.Name),
        Field.Text("agentType", item => item.Value.AgentType.ToString()),
        Field.Text("operatingSystemLabel", item => item.Value.Os),
        Field.Text("region", item => item.Region(item.Value.Parent!.Region)),
        Field.Literal("defaultSizeGb", item => item.Value.DefaultSize?.ToString(CultureInfo.InvariantCulture)),
        Field.Literal("availableMachineTypes", MachineTypes),
        Field.Text("parentMachineId", item => item.Value.Parent!.Id),
        Field.Date("dtCreated", item => item.Value.CreatedAt),
        Field.Date("dtDeleted", item => item.Value.RemovedAt));

    public static V1List<SimulatedTemplate> OsList { get; } = new(
        Os, template => template.Id, [("name", template => V1List<SimulatedTemplate>.Text(template.Name))]);

    public static V1List<SimulatedTemplate> CustomList { get; } = new(
        Custom,
        template => template.Id,
        [
            ("dtCreated", template => template.CreatedAt),
            ("name", template => V1List<SimulatedTemplate>.Text(template.Name)),
        ]);

    /// <summary>Returns the custom template of the path.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public static SimulatedTemplate Find(V1Request request) =>
        request.Account.Templates.Find(request.Parameter("id")) is { IsCustom: true } template
            ? template
            : throw V1Errors.NotFound("Template");

    private static string MachineTypes(V1Item<SimulatedTemplate> item)
    {
        return JsonText.Create(writer =>
        {
            writer.WriteStartArray();
            foreach (var type in SimulatedMachineTypeCatalog.All.Where(type => type.Runs(item.Value)))
            {
                writer.WriteStartObject();
                writer.WritePropertyName("machineTypeLabel");
                writer.WriteValue(type.Name);
                writer.WritePropertyName("isAvailable");
                writer.WriteValue(type.Regions.Any(region => item.Request.Account.Capacity.Has(region, type, item.Now)));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}

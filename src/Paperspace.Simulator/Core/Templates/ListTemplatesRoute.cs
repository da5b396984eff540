using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.SimulatedTemplate>;

namespace Paperspace.Simulator.Core;

internal sealed class ListTemplatesRoute() : CoreRoute("GET", "/templates/getTemplates")
{
    private static readonly JsonMap<SimulatedTemplate> Map = new(
        Field.Text("id", template => template.Id),
        Field.Text("name", template => template.IsCustom ? template.Id : $"paperspace/{template.Id}"),
        Field.Text("label", template => template.Label),
        Field.Text("os", template => template.Os),
        Field.Text("teamId", template => template.Parent?.TeamId).OmittedWhenNull(),
        Field.Hidden("userId", _ => null),
        Field.Text("region", template => template.Parent is { } parent ? CoreRegions.Name(parent.Region) : null).OmittedWhenNull(),
        Field.Date("dtCreated", template => template.CreatedAt));

    protected override SimulatedResponse Respond(CoreRequest request) => Map.List(request.Account.Templates.All, request.Query);
}

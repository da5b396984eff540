using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.SimulatedTemplate>;

namespace Paperspace.Simulator.Core;

internal sealed class ListTemplatesRoute() : CoreRoute("GET", "/templates/getTemplates")
{
    private static readonly JsonMap<SimulatedTemplate> Map = new(
        Field.Text("id", template => template.Id),
        Field.Text("name", template => $"paperspace/{template.Id}"),
        Field.Text("label", template => template.Label),
        Field.Text("os", template => template.Os),
        Field.Date("dtCreated", template => template.CreatedAt),
        Field.Hidden("teamId", _ => null),
        Field.Hidden("userId", _ => null),
        Field.Hidden("region", _ => null));

    protected override SimulatedResponse Respond(CoreRequest request) => Map.List(request.Account.Templates.All, request.Query);
}

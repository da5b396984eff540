namespace Paperspace.Simulator;

internal sealed class ListTemplates() : Route("GET", "/templates/getTemplates")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request) =>
        Template.Fields.List(TemplateCatalogue.All, request.Query);
}

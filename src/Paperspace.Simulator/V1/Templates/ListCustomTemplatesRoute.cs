namespace Paperspace.Simulator.V1;

internal sealed class ListCustomTemplatesRoute() : V1Route("GET", "/custom-templates")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var isOfMachine = V1Filters.Text(request, "machineId");
        return TemplateJson.CustomList.Page(
            request,
            request.Account.Templates.All.Where(template => template.IsCustom),
            template => hasName(template.Name) && isOfMachine(template.Parent!.Id));
    }
}

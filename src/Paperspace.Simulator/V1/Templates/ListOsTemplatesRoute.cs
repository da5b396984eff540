namespace Paperspace.Simulator.V1;

internal sealed class ListOsTemplatesRoute() : V1Route("GET", "/os-templates")
{
    /// <inheritdoc/>
    public override bool RequiresKey => false;

    protected override SimulatedResponse Respond(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        return TemplateJson.OsList.Page(
            request,
            request.Account.Templates.All.Where(template => !template.IsCustom),
            template => hasName(template.Name) || hasName(template.Os));
    }
}

namespace Paperspace.Simulator.V1;

internal sealed class RenameCustomTemplateRoute() : V1Route("PUT", "/custom-templates/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var template = TemplateJson.Find(request);
        var name = request.Body.RequiredText("name");
        request.Body.Validate();
        template.Name = name;
        return V1Response.Of(TemplateJson.Custom, template, request);
    }
}

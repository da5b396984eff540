namespace Paperspace.Simulator.V1;

internal sealed class DeleteCustomTemplateRoute() : V1Route("DELETE", "/custom-templates/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var template = TemplateJson.Find(request);
        request.Account.Templates.Remove(template, request.Now);
        return V1Response.Of(TemplateJson.Custom, template, request);
    }
}

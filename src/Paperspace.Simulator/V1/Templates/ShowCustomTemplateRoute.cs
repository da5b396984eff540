namespace Paperspace.Simulator.V1;

internal sealed class ShowCustomTemplateRoute() : V1Route("GET", "/custom-templates/{id}")
{
    protected override SimulatedResponse Respond(V1Request request) =>
        V1Response.Of(TemplateJson.Custom, TemplateJson.Find(request), request);
}

namespace Paperspace.Simulator.V1;

internal sealed class CreateCustomTemplateRoute() : V1Route("POST", "/custom-templates")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var name = request.Body.RequiredText("name");
        var machineId = request.Body.RequiredText("machineId");
        request.Body.Validate();
        var machine = request.LiveMachine(machineId);
        var (template, created) = request.Account.CreateTemplate(machine, name, request.Now);
        return V1Response.Of(TemplateJson.Custom, template, request, machine, created);
    }
}

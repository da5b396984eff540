namespace Paperspace.Simulator.Core;

internal sealed class CreateMachineRoute() : CoreRoute("POST", "/machines/createSingleMachinePublic")
{
    // Two documents say 201, but the official Terraform provider, which ran against the real service, takes all but 200 for a failure.
    private const int Created = 200;

    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var specification = new CreateMachineBody(request.Body).ToSpecification(request.Account, request.Now);
        var machine = request.Account.Create(specification, request.Now);
        return JsonResponse.Create(writer => MachineJson.Write(writer, new SimulatedMachineView(machine, request.Now)), Created);
    }
}

namespace Paperspace.Simulator.V1;

internal sealed class GetAvailabilityRoute() : V1Route("GET", "/machine-availability")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var label = request.Query.RequiredText("machineType");
        var region = request.Query.RequiredRegion("region");
        request.Query.Validate();
        var isAvailable = MachineTypeLookup.TryFind(label) is { } type && request.Account.Capacity.Has(region, type, request.Now);
        return JsonResponse.Create(isAvailable ? """{"available":true}""" : """{"available":false}""");
    }
}

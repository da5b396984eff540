namespace Paperspace.Simulator.Core;

internal sealed class GetAvailabilityRoute() : CoreRoute("GET", "/machines/getAvailability")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var regionName = request.Query.Required("region");
        var typeName = request.Query.Required("machineType");
        var region = CoreRegions.Parse(regionName);
        if (SimulatedMachineTypeCatalog.Find(typeName) is not { HasDedicatedGpu: true } type)
            throw CoreErrors.Invalid("machineType not found: availability is only provided for the dedicated GPU machine types");
        var isAvailable = request.Account.Capacity.Has(region, type, request.Now);
        return JsonResponse.Create(isAvailable ? """{"available":true}""" : """{"available":false}""");
    }
}

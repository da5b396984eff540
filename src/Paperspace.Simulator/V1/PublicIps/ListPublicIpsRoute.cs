namespace Paperspace.Simulator.V1;

internal sealed class ListPublicIpsRoute() : V1Route("GET", "/public-ips")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var hasRegion = V1Filters.Region(request);
        return PublicIpJson.List.Page(request, request.Account.PublicIps.Held, address => hasRegion(address.Region));
    }
}

namespace Paperspace.Simulator.V1;

internal sealed class ListPrivateNetworksRoute() : V1Route("GET", "/private-networks")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var hasRegion = V1Filters.Region(request);
        return PrivateNetworkJson.List.Page(
            request,
            request.Account.Networks.All.Where(network => !network.IsDefault),
            network => hasName(network.Name) && hasRegion(network.Region));
    }
}

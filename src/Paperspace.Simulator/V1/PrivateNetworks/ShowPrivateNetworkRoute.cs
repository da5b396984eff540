namespace Paperspace.Simulator.V1;

internal sealed class ShowPrivateNetworkRoute() : V1Route("GET", "/private-networks/{id}")
{
    // A default network is none that can be shown, though machines name it.
    protected override SimulatedResponse Respond(V1Request request)
    {
        var network = request.Account.Networks.FindPrivate(request.Parameter("id"));
        return network is null ? V1Response.Null : V1Response.Of(PrivateNetworkJson.Map, network, request);
    }
}

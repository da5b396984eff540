namespace Paperspace.Simulator.V1;

internal sealed class DeletePrivateNetworkRoute() : V1Route("DELETE", "/private-networks/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var network = PrivateNetworkJson.Find(request);
        request.Account.Delete(network, request.Now);
        return V1Response.Of("id", network.Id);
    }
}

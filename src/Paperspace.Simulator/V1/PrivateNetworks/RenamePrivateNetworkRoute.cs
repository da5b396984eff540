namespace Paperspace.Simulator.V1;

internal sealed class RenamePrivateNetworkRoute() : V1Route("PUT", "/private-networks/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var network = PrivateNetworkJson.Find(request);
        var name = request.Body.Has("name") ? request.Body.RequiredText("name") : network.Name;
        request.Body.Validate();
        network.Name = name;
        return V1Response.Of(PrivateNetworkJson.Map, network, request);
    }
}

namespace Paperspace.Simulator.V1;

internal sealed class CreatePrivateNetworkRoute() : V1Route("POST", "/private-networks")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var name = request.Body.RequiredText("name");
        var region = request.Body.RequiredRegion("region");
        var migrates = request.Body.Flag("migrateMachines") ?? false;
        request.Body.Validate();
        var network = request.Account.CreateNetwork(name, region, migrates, request.Now);
        return V1Response.Of(PrivateNetworkJson.Map, network, request);
    }
}

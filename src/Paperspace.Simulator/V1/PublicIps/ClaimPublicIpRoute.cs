namespace Paperspace.Simulator.V1;

internal sealed class ClaimPublicIpRoute() : V1Route("POST", "/public-ips")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var region = request.Body.RequiredRegion("region");
        request.Body.Validate();
        return V1Response.Of(PublicIpJson.Map, request.Account.PublicIps.Acquire(region, request.Now), request);
    }
}

namespace Paperspace.Simulator.V1;

internal sealed class ReleasePublicIpRoute() : V1Route("DELETE", "/public-ips/{ip}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var address = PublicIpJson.Find(request);
        request.Account.PublicIps.Release(address);
        return V1Response.Of("ip", address.Address);
    }
}

namespace Paperspace.Simulator.V1;

internal sealed class CreateSharedDriveRoute() : V1Route("POST", "/shared-drives")
{
    private const int LargestSize = 1_000_000;

    protected override SimulatedResponse Respond(V1Request request)
    {
        var name = request.Body.RequiredText("name");
        var size = request.Body.RequiredNumber("size", 1, LargestSize);
        var region = request.Body.RequiredRegion("region");
        var networkId = request.Body.RequiredText("networkId");
        request.Body.Validate();
        var network = request.Account.Networks.FindPrivate(networkId) ?? throw V1Errors.NotFound("Private network");
        if (network.Region != region)
            throw new AccountRuleException(AccountRule.RegionsMatch);
        return V1Response.Of(SharedDriveJson.Map, request.Account.CreateDrive(name, size, network, request.Now), request);
    }
}

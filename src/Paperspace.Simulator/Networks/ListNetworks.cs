namespace Paperspace.Simulator;

internal sealed class ListNetworks() : Route("GET", "/networks/getNetworks")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request) =>
        Network.Fields.List(account.Networks.All, request.Query);
}

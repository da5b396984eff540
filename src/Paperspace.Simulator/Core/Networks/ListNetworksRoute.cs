using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.SimulatedNetwork>;

namespace Paperspace.Simulator.Core;

internal sealed class ListNetworksRoute() : CoreRoute("GET", "/networks/getNetworks")
{
    private static readonly JsonMap<SimulatedNetwork> Map = new(
        Field.Text("id", network => network.Id),
        Field.Text("name", network => network.Name),
        Field.Text("region", network => CoreRegions.Name(network.Region)),
        Field.Date("dtCreated", network => network.CreatedAt),
        Field.Text("network", network => network.Address),
        Field.Text("netmask", network => network.Netmask),
        Field.Text("teamId", network => network.TeamId));

    protected override SimulatedResponse Respond(CoreRequest request) => Map.List(request.Account.Networks.All, request.Query);
}

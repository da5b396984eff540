namespace Paperspace.Simulator;

internal static class CoreNetworkRoutes
{
    private static readonly ResourceWriter<SimulatedNetwork> Writer = new ResourceWriter<SimulatedNetwork>()
        .String("id", network => network.Id)
        .String("name", network => network.Name)
        .String("region", network => CoreSpellings.Region(network.Region))
        .Date("dtCreated", network => network.CreatedAt)
        .String("network", network => network.Address)
        .String("netmask", network => network.Netmask)
        .String("teamId", network => network.TeamId);

    public static void Register(RouteTable<CoreRequest> routes) =>
        routes.Get("/networks/getNetworks", request => Writer.ToResponse(request.Account.Networks.All, request.Query));
}

namespace Paperspace.Simulator;

internal static class V1NetworkRoutes
{
    private static readonly ResourceWriter<V1Item<SimulatedNetwork>> Writer = new ResourceWriter<V1Item<SimulatedNetwork>>()
        .String("id", item => item.Value.Id)
        .String("name", item => item.Value.Name)
        .String("region", item => item.Region(item.Value.Region))
        .String("network", item => item.Value.Address)
        .String("netmask", item => item.Value.Netmask)
        .Date("dtCreated", item => item.Value.CreatedAt)
        .Date("dtDeleted", _ => null).OmittedWhenNull();

    private static readonly V1List<SimulatedNetwork> Networks = new V1List<SimulatedNetwork>(Writer, network => network.Id)
        .OrderedBy("dtCreated", network => network.CreatedAt)
        .OrderedBy("name", network => network.Name);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/private-networks", List);
        routes.Post("/private-networks", Create);
        routes.Get("/private-networks/{id}", Show);
        routes.Put("/private-networks/{id}", Rename);
        routes.Delete("/private-networks/{id}", Delete);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var hasRegion = V1Filters.Region(request);
        return Networks.Page(
            request,
            request.Account.Networks.All.Where(network => !network.IsDefault),
            network => hasName(network.Name) && hasRegion(network.Region));
    }

    private static SimulatedResponse Create(V1Request request)
    {
        var name = request.Body.RequiredString("name");
        var region = request.Body.RequiredRegion("region");
        var migrates = request.Body.Boolean("migrateMachines") ?? false;
        request.Body.Validate();
        return V1Response.Create(Writer, request.Account.CreateNetwork(name, region, migrates, request.Now), request);
    }

    // A default network is null, although machines name it.
    private static SimulatedResponse Show(V1Request request) =>
        request.Account.Networks.FindPrivate(request.Id) is { } network
            ? V1Response.Create(Writer, network, request)
            : V1Response.Null;

    private static SimulatedResponse Rename(V1Request request)
    {
        var network = Find(request);
        var name = request.Body.Has("name") ? request.Body.RequiredString("name") : network.Name;
        request.Body.Validate();
        network.Name = name;
        return V1Response.Create(Writer, network, request);
    }

    private static SimulatedResponse Delete(V1Request request)
    {
        var network = Find(request);
        request.Account.Delete(network, request.Now);
        return V1Response.CreateValue("id", network.Id);
    }

    private static SimulatedNetwork Find(V1Request request) =>
        request.Account.Networks.FindPrivate(request.Id) ?? throw V1Errors.NotFound("Private network");
}

namespace Paperspace.Simulator;

internal static class V1PublicIpRoutes
{
    private static readonly ResourceWriter<V1Item<SimulatedPublicIp>> Writer = new ResourceWriter<V1Item<SimulatedPublicIp>>()
        .String("ip", item => item.Value.Address)
        .String("region", item => item.Region(item.Value.Region))
        .String("assignedMachineId", item => item.Value.AssignedMachineId(item.Now)).OmittedWhenNull()
        .Date("dtCreated", item => item.Value.CreatedAt);

    private static readonly V1List<SimulatedPublicIp> PublicIps = new V1List<SimulatedPublicIp>(Writer, address => address.Address)
        .OrderedBy("dtCreated", address => address.CreatedAt);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/public-ips", List);
        routes.Post("/public-ips", Claim);
        routes.Put("/public-ips/{ip}", Assign);
        routes.Delete("/public-ips/{ip}", Release);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var hasRegion = V1Filters.Region(request);
        return PublicIps.Page(request, request.Account.PublicIps.Held, address => hasRegion(address.Region));
    }

    private static SimulatedResponse Claim(V1Request request)
    {
        var region = request.Body.RequiredRegion("region");
        request.Body.Validate();
        return V1Response.Create(Writer, request.Account.PublicIps.Acquire(region, request.Now), request);
    }

    // The machine is required; null unassigns the address.
    private static SimulatedResponse Assign(V1Request request)
    {
        var address = Find(request);
        if (request.Body.IsNull("machineId"))
        {
            SimulatedPublicIpRepository.Unassign(address);
            return V1Response.Create(Writer, address, request);
        }

        var machineId = request.Body.RequiredString("machineId");
        request.Body.Validate();
        SimulatedAccount.Assign(address, request.ActionMachine(machineId), request.Now);
        return V1Response.Create(Writer, address, request);
    }

    private static SimulatedResponse Release(V1Request request)
    {
        var address = Find(request);
        request.Account.PublicIps.Release(address);
        return V1Response.CreateValue("ip", address.Address);
    }

    private static SimulatedPublicIp Find(V1Request request) =>
        request.Account.PublicIps.Find(request.Parameter("ip")) ?? throw V1Errors.NotFound("Public IP");
}

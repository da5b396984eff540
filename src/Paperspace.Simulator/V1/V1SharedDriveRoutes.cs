namespace Paperspace.Simulator;

/// <summary>Serves shared drives on the V1 API, with their passwords.</summary>
internal static class V1SharedDriveRoutes
{
    private const int MaxSize = 1_000_000;

    private static readonly ResourceWriter<V1Item<SimulatedSharedDrive>> Writer = new ResourceWriter<V1Item<SimulatedSharedDrive>>()
        .String("id", item => item.Value.Id)
        .String("name", item => item.Value.Name)
        .Date("dtCreated", item => item.Value.CreatedAt)
        .Date("dtDeleted", _ => null)
        .Literal("size", item => item.Size((long)item.Value.Size << 30))
        .String("mountPoint", item => $@"\\{item.Value.Address}\{item.Value.Name}")
        .String("username", item => item.Value.UserName)
        .String("password", item => item.Value.Password)
        .String("networkId", item => item.Value.Network.Id)
        .String("region", item => item.Region(item.Value.Network.Region));

    private static readonly V1List<SimulatedSharedDrive> Drives = new V1List<SimulatedSharedDrive>(Writer, drive => drive.Id)
        .OrderedBy("dtCreated", drive => drive.CreatedAt)
        .OrderedBy("name", drive => drive.Name);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/shared-drives", List);
        routes.Post("/shared-drives", Create);
        routes.Get("/shared-drives/{id}", request => V1Response.Create(Writer, Find(request), request));
        routes.Put("/shared-drives/{id}", Rename);
        routes.Delete("/shared-drives/{id}", Delete);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var hasRegion = V1Filters.Region(request);
        return Drives.Page(
            request, request.Account.SharedDrives.All, drive => hasName(drive.Name) && hasRegion(drive.Network.Region));
    }

    private static SimulatedResponse Create(V1Request request)
    {
        var name = request.Body.RequiredString("name");
        var size = request.Body.RequiredNumber("size", 1, MaxSize);
        var region = request.Body.RequiredRegion("region");
        var networkId = request.Body.RequiredString("networkId");
        request.Body.Validate();
        var network = request.Account.Networks.FindPrivate(networkId) ?? throw V1Errors.NotFound("Private network");
        if (network.Region != region) throw new AccountRuleException(AccountRule.RegionsMatch);
        return V1Response.Create(Writer, request.Account.CreateDrive(name, size, network, request.Now), request);
    }

    private static SimulatedResponse Rename(V1Request request)
    {
        var drive = Find(request);
        var name = request.Body.Has("name") ? request.Body.RequiredString("name") : drive.Name;
        request.Body.Validate();
        drive.Name = name;
        return V1Response.Create(Writer, drive, request);
    }

    private static SimulatedResponse Delete(V1Request request)
    {
        var drive = Find(request);
        request.Account.SharedDrives.Remove(drive);
        return V1Response.CreateValue("id", drive.Id);
    }

    private static SimulatedSharedDrive Find(V1Request request) =>
        request.Account.SharedDrives.Find(request.Id) ?? throw V1Errors.NotFound("Shared drive");
}

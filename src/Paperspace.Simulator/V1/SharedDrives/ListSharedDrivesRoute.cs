namespace Paperspace.Simulator.V1;

internal sealed class ListSharedDrivesRoute() : V1Route("GET", "/shared-drives")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var hasRegion = V1Filters.Region(request);
        return SharedDriveJson.List.Page(
            request, request.Account.SharedDrives.All, drive => hasName(drive.Name) && hasRegion(drive.Network.Region));
    }
}

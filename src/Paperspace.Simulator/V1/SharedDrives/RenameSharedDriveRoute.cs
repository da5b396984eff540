namespace Paperspace.Simulator.V1;

internal sealed class RenameSharedDriveRoute() : V1Route("PUT", "/shared-drives/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var drive = SharedDriveJson.Find(request);
        var name = request.Body.Has("name") ? request.Body.RequiredText("name") : drive.Name;
        request.Body.Validate();
        drive.Name = name;
        return V1Response.Of(SharedDriveJson.Map, drive, request);
    }
}

namespace Paperspace.Simulator.V1;

internal sealed class DeleteSharedDriveRoute() : V1Route("DELETE", "/shared-drives/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var drive = SharedDriveJson.Find(request);
        request.Account.SharedDrives.Remove(drive);
        return V1Response.Of("id", drive.Id);
    }
}

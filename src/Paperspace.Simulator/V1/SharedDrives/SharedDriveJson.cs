using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedSharedDrive>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes shared drives as JSON, with their passwords.</summary>
internal static class SharedDriveJson
{
    public static JsonMap<V1Item<SimulatedSharedDrive>> Map { get; } = new(
        Field.Text("id", item => item.Value.Id),
        Field.Text("name", item => item.Value.Name),
        Field.Date("dtCreated", item => item.Value.CreatedAt),
        Field.Date("dtDeleted", _ => null),
        Field.Literal("size", item => item.Size((long)item.Value.Size << 30)),
        Field.Text("mountPoint", item => $@"\\{item.Value.Address}\{item.Value.Name}"),
        Field.Text("username", item => item.Value.UserName),
        Field.Text("password", item => item.Value.Password),
        Field.Text("networkId", item => item.Value.Network.Id),
        Field.Text("region", item => item.Region(item.Value.Network.Region)));

    public static V1List<SimulatedSharedDrive> List { get; } = new(
        Map,
        drive => drive.Id,
        [
            ("dtCreated", drive => drive.CreatedAt),
            ("name", drive => V1List<SimulatedSharedDrive>.Text(drive.Name)),
        ]);

    /// <summary>Returns the shared drive of the path.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public static SimulatedSharedDrive Find(V1Request request) =>
        request.Account.SharedDrives.Find(request.Parameter("id")) ?? throw V1Errors.NotFound("Shared drive");
}

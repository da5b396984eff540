using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedSnapshot>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes snapshots as JSON, which has neither a date nor a size.</summary>
internal static class SnapshotJson
{
    public static JsonMap<V1Item<SimulatedSnapshot>> Map { get; } = new(
        Field.Text("id", item => item.Value.Id),
        Field.Text("name", item => item.Value.Name),
        Field.Text("machineId", item => item.Value.Machine.Id),
        Field.Boolean("isAutoSnapshot", item => item.Value.IsAutomatic));

    public static V1List<SimulatedSnapshot> List { get; } = new(
        Map,
        snapshot => snapshot.Id,
        [
            ("dtCreated", snapshot => snapshot.CreatedAt),
            ("name", snapshot => V1List<SimulatedSnapshot>.Text(snapshot.Name)),
        ]);

    /// <summary>Returns the snapshot of the path.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public static SimulatedSnapshot Find(V1Request request) =>
        request.Account.Snapshots.Find(request.Parameter("id"), request.Now) ?? throw V1Errors.NotFound("Snapshot");

    /// <summary>Makes the response of an action on a snapshot.</summary>
    public static SimulatedResponse Respond(V1Request request, SimulatedSnapshot snapshot, SimulatedMachineEvent machineEvent) =>
        V1Response.Of(Map, snapshot, request, snapshot.Machine, machineEvent);
}

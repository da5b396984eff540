using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedPublicIp>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes static public addresses as JSON.</summary>
internal static class PublicIpJson
{
    public static JsonMap<V1Item<SimulatedPublicIp>> Map { get; } = new(
        Field.Text("ip", item => item.Value.Address),
        Field.Text("region", item => item.Region(item.Value.Region)),
        Field.Text("assignedMachineId", item => item.Value.AssignedMachineId(item.Now)).OmittedWhenNull(),
        Field.Date("dtCreated", item => item.Value.CreatedAt));

    public static V1List<SimulatedPublicIp> List { get; } = new(
        Map, address => address.Address, [("dtCreated", address => address.CreatedAt)]);

    /// <summary>Returns the address of the path.</summary>
    /// <exception cref="RequestRejectedException">The account does not hold it.</exception>
    public static SimulatedPublicIp Find(V1Request request) =>
        request.Account.PublicIps.Find(request.Parameter("ip")) ?? throw V1Errors.NotFound("Public IP");
}

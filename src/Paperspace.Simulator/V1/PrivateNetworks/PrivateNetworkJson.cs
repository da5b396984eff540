using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedNetwork>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes private networks as JSON.</summary>
internal static class PrivateNetworkJson
{
    public static JsonMap<V1Item<SimulatedNetwork>> Map { get; } = new(
        Field.Text("id", item => item.Value.Id),
        Field.Text("name", item => item.Value.Name),
        Field.Text("region", item => item.Region(item.Value.Region)),
        Field.Text("network", item => item.Value.Address),
        Field.Text("netmask", item => item.Value.Netmask),
        Field.Date("dtCreated", item => item.Value.CreatedAt),
        Field.Date("dtDeleted", _ => null).OmittedWhenNull());

    public static V1List<SimulatedNetwork> List { get; } = new(
        Map,
        network => network.Id,
        [
            ("dtCreated", network => network.CreatedAt),
            ("name", network => V1List<SimulatedNetwork>.Text(network.Name)),
        ]);

    /// <summary>Returns the private network of the path.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public static SimulatedNetwork Find(V1Request request) =>
        request.Account.Networks.FindPrivate(request.Parameter("id")) ?? throw V1Errors.NotFound("Private network");
}

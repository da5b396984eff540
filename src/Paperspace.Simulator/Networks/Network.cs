namespace Paperspace.Simulator;

/// <summary>A private network of the team in one region.</summary>
internal sealed record Network(string Id, string Name, string Region, string Address, string TeamId, DateTimeOffset CreatedAt)
{
    public const string Netmask = "255.192.0.0";

    public static FieldSet<Network> Fields { get; } = new(
        Field<Network>.Text("id", network => network.Id),
        Field<Network>.Text("name", network => network.Name),
        Field<Network>.Text("region", network => network.Region),
        Field<Network>.Date("dtCreated", network => WireDate.Text(network.CreatedAt)),
        Field<Network>.Text("network", network => network.Address),
        Field<Network>.Text("netmask", _ => Netmask),
        Field<Network>.Text("teamId", network => network.TeamId));
}

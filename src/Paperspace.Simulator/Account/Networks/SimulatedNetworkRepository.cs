namespace Paperspace.Simulator;

/// <summary>Holds the networks of the account: a default one in each region.</summary>
internal sealed class SimulatedNetworkRepository(SimulatorOptions options, DateTimeOffset now)
{
    public IReadOnlyList<SimulatedNetwork> All { get; } =
    [
        Default("nng82wb", "New York", SimulatedRegion.NewYork, options, now),
        Default("nw4kq1x", "California", SimulatedRegion.California, options, now),
        Default("n7t2m9c", "Amsterdam", SimulatedRegion.Amsterdam, options, now),
    ];

    /// <summary>Gives the network that machines of a region are in unless they name another.</summary>
    public SimulatedNetwork DefaultFor(string region) => All.FirstOrDefault(network => network.Region == region) ?? All[0];

    private static SimulatedNetwork Default(string id, string name, string region, SimulatorOptions options, DateTimeOffset now) => new()
    {
        Id = id,
        Name = name,
        Region = region,
        Address = "10.64.0.0",
        Netmask = "255.192.0.0",
        TeamId = options.TeamId,
        CreatedAt = now.AddYears(-1),
    };
}

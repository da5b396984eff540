namespace Paperspace.Simulator;

internal sealed class SimulatedNetwork
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Gets or sets the code of the region.</summary>
    public required string Region { get; init; }

    public required string Address { get; init; }

    public required string Netmask { get; init; }

    public required string TeamId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets whether this is the network of machines without a private one.</summary>
    public bool IsDefault { get; init; }
}

internal sealed class SimulatedNetworkRepository
{
    private readonly List<SimulatedNetwork> _all;
    private readonly string _teamId;
    private int _created;

    public SimulatedNetworkRepository(SimulatorOptions options, DateTimeOffset now)
    {
        _teamId = options.TeamId;
        _all =
        [
            Default("nng82wb", "New York", SimulatedRegion.NewYork, now),
            Default("nw4kq1x", "California", SimulatedRegion.California, now),
            Default("n7t2m9c", "Amsterdam", SimulatedRegion.Amsterdam, now),
        ];
    }

    public IReadOnlyList<SimulatedNetwork> All => _all;

    public SimulatedNetwork? FindPrivate(string id) => _all.Find(network => network.Id == id && !network.IsDefault);

    /// <summary>Returns the default network of a region.</summary>
    public SimulatedNetwork DefaultFor(string region) => _all.Find(network => network.Region == region) ?? _all[0];

    /// <summary>Adds a private network with its own /24.</summary>
    public SimulatedNetwork Add(string name, string region, DeterministicRandom random, DateTimeOffset now)
    {
        var number = _created++;
        var network = new SimulatedNetwork
        {
            Id = random.Id("n", 7, number, -2),
            Name = name,
            Region = region,
            Address = $"10.{32 + (number / 256 % 32)}.{number % 256}.0",
            Netmask = "255.255.255.0",
            TeamId = _teamId,
            CreatedAt = now,
        };
        _all.Add(network);
        return network;
    }

    public void Remove(SimulatedNetwork network) => _all.Remove(network);

    private SimulatedNetwork Default(string id, string name, string region, DateTimeOffset now) => new()
    {
        Id = id,
        Name = name,
        Region = region,
        Address = "10.64.0.0",
        Netmask = "255.192.0.0",
        TeamId = _teamId,
        CreatedAt = now.AddYears(-1),
        IsDefault = true,
    };
}

namespace Paperspace.Simulator;

/// <summary>The networks of the account: one in each region.</summary>
internal sealed class NetworkDirectory(SimulatorOptions options, DateTimeOffset now)
{
    public IReadOnlyList<Network> All { get; } =
    [
        new("nng82wb", "New York", Regions.NewYork, "10.64.0.0", options.TeamId, now.AddYears(-1)),
        new("nw4kq1x", "California", Regions.California, "10.64.0.0", options.TeamId, now.AddYears(-1)),
        new("n7t2m9c", "Amsterdam", Regions.Amsterdam, "10.64.0.0", options.TeamId, now.AddYears(-1)),
    ];

    /// <summary>The network that machines of a region are in unless they name another.</summary>
    public string DefaultFor(string region) => (All.FirstOrDefault(network => network.Region == region) ?? All[0]).Id;
}

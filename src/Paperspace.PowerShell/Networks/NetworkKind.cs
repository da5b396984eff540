namespace Paperspace.PowerShell;

/// <summary>Describes networks to what cmdlets of all kinds share.</summary>
internal static class NetworkKind
{
    /// <summary>Gets the description.</summary>
    public static ResourceKind<Network, NetworkIdentity> Instance { get; } = new()
    {
        Noun = "network",
        List = client => client.Networks.List(),
        Identify = network => new NetworkIdentity(network),
        GetNames = network => [network.Name],
        Describe = network => Regions.ShortName(network.Region),
    };
}

namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a network into its identity.</summary>
public sealed class NetworkIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<Network, NetworkIdentity> Factory = new(
        resource => new NetworkIdentity(resource),
        (text, isRow) => new NetworkIdentity(text) { IsRow = isRow },
        (given, failure) => new NetworkIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public NetworkIdentityTransformationAttribute()
        : base(Factory, "network", "nwhoe4ox", "NetworkId", "Id")
    {
    }
}

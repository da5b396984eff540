namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a network into its identity.</summary>
public sealed class NetworkIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public NetworkIdentityTransformationAttribute()
        : base(typeof(Network), "network", "nwhoe4ox", "NetworkId", "Id")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        NetworkIdentity identity => identity,
        Network network => new NetworkIdentity(network),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new NetworkIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new NetworkIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new NetworkIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<NetworkIdentity>().ToArray();
}

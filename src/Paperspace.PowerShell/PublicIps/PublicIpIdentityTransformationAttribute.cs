namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a public address into its identity.</summary>
public sealed class PublicIpIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PublicIpIdentityTransformationAttribute()
        : base(typeof(PublicIp), "public IP", "203.0.113.7", "Ip")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        PublicIpIdentity identity => identity,
        PublicIp publicIp => new PublicIpIdentity(publicIp),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new PublicIpIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new PublicIpIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new PublicIpIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<PublicIpIdentity>().ToArray();
}

namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a public address into its identity.</summary>
public sealed class PublicIpIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<PublicIp, PublicIpIdentity> Factory = new(
        resource => new PublicIpIdentity(resource),
        (text, isRow) => new PublicIpIdentity(text) { IsRow = isRow },
        (given, failure) => new PublicIpIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public PublicIpIdentityTransformationAttribute()
        : base(Factory, "public IP", "203.0.113.7", "Ip")
    {
    }
}

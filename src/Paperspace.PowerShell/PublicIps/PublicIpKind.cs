namespace Paperspace.PowerShell;

/// <summary>Describes public addresses to what cmdlets of all kinds share.</summary>
internal static class PublicIpKind
{
    /// <summary>Gets the description.</summary>
    public static ResourceKind<PublicIp, PublicIpIdentity> Instance { get; } = new()
    {
        Noun = "public IP",
        List = client => client.PublicIps.List(),
        Identify = publicIp => new PublicIpIdentity(publicIp),
        GetNames = _ => [],
        Describe = publicIp => $"{Regions.ShortName(publicIp.Region)}, {publicIp.AssignedMachineId ?? "no machine"}",
    };
}

namespace Paperspace;

/// <summary>Identifies a public address; in a cmdlet's parameter with wildcards too.</summary>
public sealed class PublicIpIdentity : ResourceIdentity<PublicIp>
{
    /// <summary>Creates an identity from an address.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    public PublicIpIdentity(string ip)
        : base(RequireText(ip, nameof(ip)), resource: null)
    {
    }

    /// <summary>Creates an identity from a public address.</summary>
    /// <exception cref="PaperspaceException">Its address is no address.</exception>
    public PublicIpIdentity(PublicIp publicIp)
        : base(IpAddressText.Require((publicIp ?? throw new ArgumentNullException(nameof(publicIp))).Ip, "ip"), publicIp)
    {
    }

    /// <summary>Creates an identity from what identifies no address, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no address.</param>
    public PublicIpIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <summary>Gets the machine that has it; null where none has, or that is not known.</summary>
    public override string? Name => Resource?.AssignedMachineId;
}

namespace Paperspace.PowerShell;

/// <summary>Completes public addresses.</summary>
public sealed class PublicIpCompleter : ResourceNameCompleter<PublicIp, PublicIpIdentity>
{
    /// <summary>Creates a completer.</summary>
    public PublicIpCompleter()
        : base(PublicIpKind.Instance)
    {
    }
}

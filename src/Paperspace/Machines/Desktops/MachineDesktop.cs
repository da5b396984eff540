using System.Security;

namespace Paperspace;

/// <summary>Describes a connection to a machine's desktop.</summary>
public sealed class MachineDesktop : Resource
{
    /// <summary>Gets or sets the id of the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the protocol, one of <see cref="DesktopProtocols"/>.</summary>
    public string Protocol { get; set; } = "";

    /// <summary>Gets or sets the host name or address in the machine's private network.</summary>
    public string? Hostname { get; set; }

    /// <summary>Gets or sets the port.</summary>
    public int? Port { get; set; }

    /// <summary>Gets or sets the public IP address; null if there is none.</summary>
    public string? PublicIpAddress { get; set; }

    /// <summary>Gets or sets the password of the connection; null if users sign in with their own.</summary>
    public SecureString? Password { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Protocol} {Hostname}:{Port}");
}

using System.Security;

namespace Paperspace;

/// <summary>Represents a way to see the desktop of a machine.</summary>
public sealed class MachineDesktop : Resource
{
    /// <summary>Gets or sets the id of the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets what speaks to it: a value of <see cref="DesktopProtocols"/>.</summary>
    public string Protocol { get; set; } = "";

    /// <summary>Gets or sets the name or address of the host in the machine's network.</summary>
    public string? Hostname { get; set; }

    /// <summary>Gets or sets the port.</summary>
    public int? Port { get; set; }

    /// <summary>Gets or sets the public address; null where there is none.</summary>
    public string? PublicIpAddress { get; set; }

    /// <summary>Gets or sets the password; null where the machine's own users sign in.</summary>
    public SecureString? Password { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Protocol} {Hostname}:{Port}");
}

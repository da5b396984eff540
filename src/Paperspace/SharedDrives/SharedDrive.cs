using System.Security;

namespace Paperspace;

/// <summary>Represents a drive that the machines of a private network share.</summary>
public sealed class SharedDrive : Resource
{
    /// <summary>Gets or sets the id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the size in bytes.</summary>
    public long? Size { get; set; }

    /// <summary>Gets or sets the short name of the region.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the id of the private network whose machines can mount the drive.</summary>
    public string? NetworkId { get; set; }

    /// <summary>Gets or sets the path to mount, such as <c>\\10.64.12.5\datasets</c>.</summary>
    public string? MountPoint { get; set; }

    /// <summary>Gets or sets the user name for mounting.</summary>
    public string? Username { get; set; }

    /// <summary>Gets or sets the password for mounting.</summary>
    public SecureString? Password { get; set; }

    /// <summary>Gets or sets the time when it was created, in UTC.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the time when it was deleted, in UTC; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id;
}

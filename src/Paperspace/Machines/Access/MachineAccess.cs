namespace Paperspace;

/// <summary>Describes a user's access to a machine.</summary>
public sealed class MachineAccess : Resource
{
    /// <summary>Gets or sets the machine's id.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the user's id.</summary>
    public string UserId { get; set; } = "";

    /// <summary>Gets or sets the user's email address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the user's first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the user's last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets or sets the time when the access was revoked; null while it is in effect.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;
}

namespace Paperspace;

/// <summary>Describes the access of a user to a machine.</summary>
public sealed class MachineAccess : Resource
{
    /// <summary>Gets or sets the machine's id.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the user's id.</summary>
    public string UserId { get; set; } = "";

    /// <summary>Gets or sets the user's e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the user's first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the user's last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets or sets when it was revoked; null while it holds.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;
}

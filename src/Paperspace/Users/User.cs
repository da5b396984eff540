namespace Paperspace;

/// <summary>Describes a user of the team.</summary>
public sealed class User : Resource
{
    /// <summary>Gets or sets the id, such as <c>u3z4be26</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets the first and the last name; null where the user gave neither.</summary>
    public string? Name =>
        string.Join(" ", new[] { FirstName, LastName }.Where(name => !string.IsNullOrWhiteSpace(name))) is { Length: > 0 } name
            ? name
            : null;

    /// <summary>Gets the role in the team, one of <see cref="UserRoles"/>; null where the API does not tell it.</summary>
    public string? Role => IsOwner == true ? UserRoles.Owner
        : IsAdmin == true ? UserRoles.Admin
        : IsOwner is null && IsAdmin is null ? null
        : UserRoles.Member;

    /// <summary>Gets or sets whether the user administers the team; null where the API does not tell it.</summary>
    public bool? IsAdmin { get; set; }

    /// <summary>Gets or sets whether the user owns the team; null where the API does not tell it.</summary>
    public bool? IsOwner { get; set; }

    /// <summary>Gets or sets when the user joined the team, in UTC; null while the invitation is open, or where the API does not tell
    /// it.</summary>
    public DateTimeOffset? DtConfirmed { get; set; }

    /// <summary>Gets or sets when the user was last active, in UTC; null for never, or where the API does not tell it.</summary>
    public DateTimeOffset? LastActive { get; set; }

    /// <summary>Gets or sets the id of the team.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets when the user was created, in UTC; null where the API does not tell it.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;
}

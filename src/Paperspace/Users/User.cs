namespace Paperspace;

/// <summary>Describes a user of the team.</summary>
public sealed class User : Resource
{
    /// <summary>Gets or sets the id, such as <c>u3z4be26</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the email address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets the first and last name; null if both are empty.</summary>
    public string? Name =>
        string.Join(" ", new[] { FirstName, LastName }.Where(name => !string.IsNullOrWhiteSpace(name))) is { Length: > 0 } name
            ? name
            : null;

    /// <summary>Gets the role in the team, one of <see cref="UserRoles"/>; null if the API does not return it.</summary>
    public string? Role => IsOwner == true ? UserRoles.Owner
        : IsAdmin == true ? UserRoles.Admin
        : IsOwner is null && IsAdmin is null ? null
        : UserRoles.Member;

    /// <summary>Gets or sets whether the user is an administrator of the team; null if the API does not return it.</summary>
    public bool? IsAdmin { get; set; }

    /// <summary>Gets or sets whether the user is the owner of the team; null if the API does not return it.</summary>
    public bool? IsOwner { get; set; }

    /// <summary>
    /// Gets or sets the time when the user joined the team, in UTC; null if the invitation is pending, or if the API
    /// does not return it.
    /// </summary>
    public DateTimeOffset? DtConfirmed { get; set; }

    /// <summary>Gets or sets the time when the user was last active, in UTC; null for never, or if the API does not return it.</summary>
    public DateTimeOffset? LastActive { get; set; }

    /// <summary>Gets or sets the id of the team.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets the time when the user was created, in UTC; null if the API does not return it.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;
}

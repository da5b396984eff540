namespace Paperspace;

/// <summary>Tells whose key it is, as far as the API tells.</summary>
public sealed class AccountSession
{
    /// <summary>Gets the id of the team; null where the API does not tell it.</summary>
    public string? TeamId { get; init; }

    /// <summary>Gets the namespace of the team; null where the API does not tell it.</summary>
    public string? Team { get; init; }

    /// <summary>Gets the id of the user; null where the API does not tell it.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets the e-mail address of the user; null where the API does not tell it.</summary>
    public string? User { get; init; }
}

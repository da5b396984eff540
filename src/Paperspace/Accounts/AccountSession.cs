namespace Paperspace;

/// <summary>Identifies the user and the team of an API key.</summary>
public sealed class AccountSession
{
    /// <summary>Gets the id of the team; null if the API did not return it.</summary>
    public string? TeamId { get; init; }

    /// <summary>Gets the namespace of the team; null if the API did not return it.</summary>
    public string? Team { get; init; }

    /// <summary>Gets the id of the user; null if the API did not return it.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets the email address of the user; null if the API did not return it.</summary>
    public string? User { get; init; }
}

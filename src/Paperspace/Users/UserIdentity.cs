namespace Paperspace;

/// <summary>Identifies a user by the id; in a cmdlet's parameter by the e-mail address or the name too.</summary>
public sealed class UserIdentity : ResourceIdentity<User>
{
    /// <summary>Creates an identity from an id, an e-mail address or a name.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    public UserIdentity(string userId)
        : base(RequireText(userId, nameof(userId)), resource: null)
    {
    }

    /// <summary>Creates an identity from a user.</summary>
    /// <exception cref="PaperspaceException">The user's id is empty or has a character that no id has.</exception>
    public UserIdentity(User user)
        : base(ResourceId.Require((user ?? throw new ArgumentNullException(nameof(user))).Id, "userId"), user)
    {
    }

    /// <summary>Creates an identity from what identifies no user, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no user.</param>
    public UserIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Email ?? Resource?.Name;
}

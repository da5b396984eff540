namespace Paperspace.PowerShell;

/// <summary>Describes a kind of resource to what cmdlets of all kinds share: how it is called, listed, identified and named.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
/// <typeparam name="TIdentity">The type that identifies them.</typeparam>
internal sealed class ResourceKind<TResource, TIdentity>
    where TResource : class
    where TIdentity : ResourceIdentity<TResource>
{
    /// <summary>Creates a description.</summary>
    public ResourceKind()
    {
        Cache = new ResourceCache<TResource>((client, token) => List!(client).ReadAllAsync(token));
    }

    /// <summary>Gets what one is called, such as <c>network</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>Gets what lists those of an account.</summary>
    public required Func<IPaperspaceClient, IPager<TResource>> List { get; init; }

    /// <summary>Gets what identifies one.</summary>
    public required Func<TResource, TIdentity> Identify { get; init; }

    /// <summary>Gets the texts, beside the id, that a user may name one by, the best known first; none of them need be unique.</summary>
    public required Func<TResource, IEnumerable<string?>> GetNames { get; init; }

    /// <summary>Gets what tells one from others of the same name, such as its region.</summary>
    public required Func<TResource, string?> Describe { get; init; }

    /// <summary>Gets the list that completion and hints use, which may be some seconds old.</summary>
    public ResourceCache<TResource> Cache { get; }

    /// <summary>Returns whether one is meant, by its id or a name.</summary>
    public bool Matches(NameMatcher matcher, TResource resource)
    {
        // Each text is looked at, so that the matcher knows which names it has seen.
        var matches = matcher.Matches(Identify(resource).Id);
        foreach (var name in GetNames(resource))
            if (!string.IsNullOrEmpty(name))
                matches |= matcher.Matches(name);
        return matches;
    }

    /// <summary>Returns a line about one.</summary>
    public string Summarize(TResource resource)
    {
        var identity = Identify(resource);
        var name = GetNames(resource).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text) && text != identity.Id);
        var parts = new[] { name, Describe(resource) }.Where(part => !string.IsNullOrWhiteSpace(part)).ToArray();
        return TerminalText.Sanitize(parts.Length == 0 ? identity.Id : $"{identity.Id} ({string.Join(", ", parts)})");
    }
}

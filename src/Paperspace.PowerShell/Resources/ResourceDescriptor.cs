namespace Paperspace.PowerShell;

/// <summary>Describes a noun to what is shared by the cmdlets of all nouns: parameters, lookup, completion and errors.</summary>
internal abstract class ResourceDescriptor
{
    /// <summary>Gets the noun, such as <c>network</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>Gets an id for error messages.</summary>
    public abstract string ExampleId { get; }

    /// <summary>Gets the type of the resources.</summary>
    public abstract Type ResourceType { get; }

    /// <summary>Gets the properties that hold an id: those that rows of other nouns have too come first, the noun's own is the
    /// last.</summary>
    public virtual IReadOnlyList<string> IdProperties => [ResourceType.Name + "Id", "Id"];

    /// <summary>Returns the descriptor of a type, for attributes, which cannot hold an instance.</summary>
    public static ResourceDescriptor Get(Type descriptor) => (ResourceDescriptor)descriptor.GetProperty("Instance")!.GetValue(null)!;

    /// <summary>Returns the identity of a resource, or an identity as it is; null for anything else.</summary>
    public abstract ResourceIdentity? FromResource(object value);

    /// <summary>Returns the identity for a string.</summary>
    /// <exception cref="PaperspaceException">The string cannot identify a resource.</exception>
    public abstract ResourceIdentity FromString(string text, bool isRow);

    /// <summary>Returns an identity for a value that identifies nothing.</summary>
    public abstract ResourceIdentity FromFailure(string given, PaperspaceException failure);

    /// <summary>Returns an array of the type that parameters have.</summary>
    public abstract Array ToArray(IEnumerable<ResourceIdentity> identities);
}

/// <inheritdoc/>
/// <typeparam name="TResource">The type of the resources.</typeparam>
internal abstract class ResourceDescriptor<TResource> : ResourceDescriptor
    where TResource : class
{
    private const int MaxShown = 20;

    protected ResourceDescriptor()
    {
        Cache = new ResourceCache<TResource>(List);
    }

    /// <inheritdoc/>
    public sealed override Type ResourceType => typeof(TResource);

    /// <summary>Gets the reason of the error for a resource that does not exist.</summary>
    public virtual PaperspaceErrorReason NotFoundReason => PaperspaceErrorReason.ResourceNotFound;

    /// <summary>Gets the list for completion and hints, which may be some seconds old.</summary>
    public ResourceCache<TResource> Cache { get; }

    /// <summary>Lists the resources of an account.</summary>
    public abstract IPager<TResource> List(IPaperspaceClient client);

    /// <summary>Reads a resource by its id.</summary>
    public abstract Task<TResource> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken);

    /// <summary>Returns the id, or whatever stands for it, such as an address.</summary>
    public abstract string? GetId(TResource resource);

    /// <summary>Returns the names of a resource, the best known first; none of them need be unique.</summary>
    public abstract IEnumerable<string?> GetNames(TResource resource);

    /// <summary>Returns the name that is shown beside the id.</summary>
    public virtual string? GetDisplayName(TResource resource) =>
        GetNames(resource).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    /// <summary>Returns what tells a resource from others of the same name, such as its region.</summary>
    public virtual IEnumerable<string?> Describe(TResource resource) => [];

    /// <summary>Returns whether a string is taken for an id, without a look at the names.</summary>
    public virtual bool IsId(string text) => false;

    /// <summary>Returns an id back if it can be part of a request.</summary>
    /// <exception cref="PaperspaceException">It cannot.</exception>
    public virtual string RequireId(string? id) =>
        ResourceId.Require(id, char.ToLowerInvariant(ResourceType.Name[0]) + ResourceType.Name.Substring(1) + "Id");

    /// <summary>Returns the identity of a resource.</summary>
    public ResourceIdentity<TResource> Identify(TResource resource) => new(RequireId(GetId(resource)))
    {
        Name = GetDisplayName(resource),
        Resource = resource,
        IsId = true,
    };

    /// <inheritdoc/>
    public sealed override ResourceIdentity? FromResource(object value) => value switch
    {
        ResourceIdentity<TResource> identity => identity,
        TResource resource => Identify(resource),
        _ => null,
    };

    /// <inheritdoc/>
    public sealed override ResourceIdentity FromString(string text, bool isRow)
    {
        var isId = IsId(text.Trim());
        return new ResourceIdentity<TResource>(isId ? RequireId(text) : text.Trim()) { IsRow = isRow, IsId = isId };
    }

    /// <inheritdoc/>
    public sealed override ResourceIdentity FromFailure(string given, PaperspaceException failure) =>
        new ResourceIdentity<TResource>(given) { Failure = failure };

    /// <inheritdoc/>
    public sealed override Array ToArray(IEnumerable<ResourceIdentity> identities) =>
        identities.Cast<ResourceIdentity<TResource>>().ToArray();

    /// <summary>Returns whether the id or a name of a resource matches.</summary>
    public bool Matches(NameMatcher matcher, TResource resource)
    {
        // The matcher has to see each of them, to know which names matched nothing.
        var matches = matcher.Matches(GetId(resource));
        foreach (var name in GetNames(resource))
            if (!string.IsNullOrEmpty(name))
                matches |= matcher.Matches(name);
        return matches;
    }

    /// <summary>Returns a line about a resource, safe for a terminal.</summary>
    public string Summarize(TResource resource)
    {
        var id = GetId(resource);
        var parts = Describe(resource).Prepend(GetNames(resource).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name) && name != id));
        var description = string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return TerminalText.Sanitize(description.Length == 0 ? $"{id}" : $"{id} ({description})");
    }

    /// <summary>Returns a line about some resources.</summary>
    public string Summarize(IReadOnlyCollection<TResource> resources)
    {
        var more = resources.Count > MaxShown ? $" and {resources.Count - MaxShown} more" : "";
        return string.Join(", ", resources.Take(MaxShown).Select(Summarize)) + more;
    }

    /// <summary>Returns the error for a string that is neither the id nor a name of a resource.</summary>
    /// <param name="resources">The resources of the account, or those of them that are known.</param>
    /// <param name="text">The string.</param>
    public PaperspaceException NotFound(IReadOnlyCollection<TResource> resources, string text)
    {
        var names = resources
            .SelectMany(resource => GetNames(resource).Append(GetId(resource)))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var nearest = SimilarNames.Find(text, names);
        var hint = resources.Count == 0 ? $" The account has no {Noun}s."
            : nearest.Count > 0 ? $" The nearest: {string.Join(", ", nearest.Select(near => $"'{near}'"))}."
            : $" There are: {Summarize(resources)}.";
        return new PaperspaceException(NotFoundReason, TerminalText.Sanitize($"No {Noun} has the name or id '{text}'.{hint}"));
    }

    /// <summary>Returns the error for a name that several resources have.</summary>
    public PaperspaceException Ambiguous(IReadOnlyCollection<TResource> resources, string name) => new(
        PaperspaceErrorReason.AmbiguousName,
        TerminalText.Sanitize($"{resources.Count} {Noun}s have the name '{name}'. Give the id of one: {Summarize(resources)}."));
}

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

    /// <summary>Gets the columns of a row without an id that hold a name, the most specific first.</summary>
    public IReadOnlyList<string> NameProperties => [ResourceType.Name, ResourceType.Name + "Name", "Name"];

    /// <summary>Returns the descriptor of a type, for attributes, which cannot hold an instance.</summary>
    public static ResourceDescriptor Get(Type descriptor) => (ResourceDescriptor)descriptor.GetProperty("Instance")!.GetValue(null)!;

    /// <summary>Returns the identity of a resource, or an identity as it is; null for anything else.</summary>
    public abstract ResourceIdentity? FromResource(object value);

    /// <summary>Returns the identity for a string that may be an id, a name, or a name with wildcards.</summary>
    public abstract ResourceIdentity FromString(string text, bool isRow = false);

    /// <summary>Returns the identity for an id.</summary>
    /// <exception cref="PaperspaceException">It cannot be one.</exception>
    public abstract ResourceIdentity FromId(string id, bool isRow);

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
    private const int MaxListed = 5;

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

    /// <summary>Gets what users call the best known name.</summary>
    protected virtual string NameKind => "name";

    /// <summary>Gets what tells resources of the same name apart.</summary>
    protected virtual string UniqueKind => "id";

    /// <summary>Returns the name that is shown beside the id.</summary>
    public virtual string? GetDisplayName(TResource resource) =>
        GetNames(resource).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    /// <summary>Returns what tells a resource from others of the same name, such as its region.</summary>
    public virtual IEnumerable<string?> Describe(TResource resource) => [];

    /// <summary>Gets what <c>-WhatIf</c> shows beside the name; null for nothing.</summary>
    public virtual string? GetState(TResource resource) => null;

    /// <summary>Returns whether a string has the form of an id. It is tried as an id first then, without a look at the names; the API's
    /// 404 sends the command to the names.</summary>
    public abstract bool LooksLikeId(string text);

    /// <summary>Gets whether the list has only some of the resources that have an id, so that an id is looked up too.</summary>
    public virtual bool IsSubset => false;

    /// <summary>Returns whether a failure says that the resource does not exist.</summary>
    public virtual bool IsNotFound(PaperspaceException failure) => failure.Reason == NotFoundReason;

    /// <summary>Returns what is known of a string that identifies nothing; null for nothing.</summary>
    public virtual string? FindHint(IReadOnlyCollection<TResource> resources, string text) => null;

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
    public sealed override ResourceIdentity FromString(string text, bool isRow = false) =>
        new ResourceIdentity<TResource>(text.Trim()) { IsRow = isRow };

    /// <inheritdoc/>
    public sealed override ResourceIdentity FromId(string id, bool isRow) =>
        new ResourceIdentity<TResource>(RequireId(id)) { IsRow = isRow, IsId = true };

    /// <inheritdoc/>
    public sealed override ResourceIdentity FromFailure(string given, PaperspaceException failure) =>
        new ResourceIdentity<TResource>(given) { Failure = failure };

    /// <inheritdoc/>
    public sealed override Array ToArray(IEnumerable<ResourceIdentity> identities) =>
        identities.Cast<ResourceIdentity<TResource>>().ToArray();

    /// <summary>Returns the resources that any of some strings mean, in the order of the list.</summary>
    /// <param name="resources">The resources of the account.</param>
    /// <param name="texts">The strings.</param>
    /// <param name="missing">Receives the strings that mean none.</param>
    public IReadOnlyList<TResource> Find(IReadOnlyList<TResource> resources, IEnumerable<string> texts, ICollection<string> missing)
    {
        var found = new HashSet<TResource>();
        foreach (var text in texts.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var meant = Find(resources, text);
            found.UnionWith(meant);
            if (meant.Count == 0) missing.Add(text);
        }

        return [.. resources.Where(found.Contains)];
    }

    /// <summary>Returns the resources that a string means: the one with this id, or those with this name, or those that match it.</summary>
    public IReadOnlyList<TResource> Find(IReadOnlyList<TResource> resources, string text)
    {
        if (resources.FirstOrDefault(resource => GetId(resource) == text) is { } byId) return [byId];
        // Prefer the primary name over secondary names, and exact names over wildcards.
        var named = resources
            .Select(resource => (Resource: resource, Rank: FindRank(resource, text)))
            .Where(named => named.Rank >= 0)
            .GroupBy(named => named.Rank, named => named.Resource)
            .OrderBy(rank => rank.Key)
            .FirstOrDefault();
        if (named is not null) return [.. named];
        var matcher = new NameMatcher([text]);
        return [.. resources.Where(resource => Matches(matcher, resource))];
    }

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

    /// <summary>Returns the id, name and state of a resource, safe for a terminal.</summary>
    public string SummarizeState(TResource resource)
    {
        var parts = new[] { GetDisplayName(resource), GetState(resource) }.Where(part => !string.IsNullOrWhiteSpace(part));
        return TerminalText.Sanitize(parts.Any() ? $"{GetId(resource)} ({string.Join(", ", parts)})" : $"{GetId(resource)}");
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
            .Where(name => !string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var nearest = SimilarNames.Find(text, names);
        var hint = FindHint(resources, text)
            ?? (nearest.Count > 0 ? $"Did you mean {string.Join(" or ", nearest.Select(near => $"'{near}'"))}?"
                : resources.Count == 0 ? $"The account has no {Noun}s."
                : resources.Count <= MaxListed ? $"There are: {Summarize(resources)}."
                : $"Get-Ps{ResourceType.Name} lists the {Noun}s.");
        return new PaperspaceException(NotFoundReason, $"There is no {Noun} '{TerminalText.Sanitize(text)}'. {TerminalText.Sanitize(hint)}");
    }

    /// <summary>Returns the error for an id that no resource has.</summary>
    public PaperspaceException NotFoundById(IReadOnlyCollection<TResource> resources, string id) =>
        resources.FirstOrDefault(resource => GetNames(resource).Contains(id, StringComparer.OrdinalIgnoreCase)) is { } named
            ? new PaperspaceException(
                NotFoundReason,
                TerminalText.Sanitize(
                    $"There is no {Noun} with the id '{id}'. It is the name of {Summarize(named)}: -{ResourceType.Name} takes names."))
            : NotFound(resources, id);

    /// <summary>Returns the error for a name that several resources have.</summary>
    public PaperspaceException Ambiguous(IReadOnlyCollection<TResource> resources, string name) => new(
        PaperspaceErrorReason.AmbiguousName,
        TerminalText.Sanitize(
            $"{resources.Count} {Noun}s have the {NameKind} '{name}'. Specify the {UniqueKind} of one: {Summarize(resources)}."));

    /// <summary>Returns whether a string has a prefix and lowercase letters and digits after it, as ids have.</summary>
    /// <param name="text">The string.</param>
    /// <param name="prefix">The prefix.</param>
    /// <param name="minLength">The minimum length with the prefix.</param>
    /// <param name="hasDigit">Whether it needs a digit, which tells most ids from words.</param>
    protected static bool HasIdForm(string text, string prefix, int minLength, bool hasDigit = true) =>
        text.Length >= minLength
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9')
        && (!hasDigit || text.Any(c => c is >= '0' and <= '9'));

    private int FindRank(TResource resource, string text) =>
        GetNames(resource).ToList().FindIndex(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
}

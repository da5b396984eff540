using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Finds the resources that texts name, by id or by name, in a list that is read once for a command.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
/// <typeparam name="TIdentity">The type that identifies them.</typeparam>
internal sealed class ResourceLookup<TResource, TIdentity>
    where TResource : class
    where TIdentity : ResourceIdentity<TResource>
{
    private const int MostShown = 20;

    private readonly ResourceKind<TResource, TIdentity> _kind;
    private Task<IReadOnlyList<TResource>>? _listing;

    /// <summary>Creates a lookup; sends nothing.</summary>
    public ResourceLookup(ResourceKind<TResource, TIdentity> kind)
    {
        _kind = kind;
    }

    /// <summary>Finds the one resource that is meant.</summary>
    /// <exception cref="PaperspaceException">None or several are, or the list cannot be read.</exception>
    public async Task<TIdentity> FindOneAsync(IPaperspaceClient client, TIdentity wanted, CancellationToken cancellationToken)
    {
        if (wanted.Resource is not null) return wanted;
        var resources = await ListAsync(client, cancellationToken).ConfigureAwait(false);
        var found = Find(resources, wanted.Id);
        return found.Count switch
        {
            0 => throw NotFound(resources, wanted.Id),
            1 => _kind.Identify(found[0]),
            _ => throw Ambiguous(found, wanted.Id),
        };
    }

    /// <summary>Finds the resources that are meant: with wildcards all that match, otherwise the one.</summary>
    /// <exception cref="PaperspaceException">Without wildcards, none or several are; or the list cannot be read.</exception>
    public async Task<IReadOnlyList<TIdentity>> FindAsync(IPaperspaceClient client, TIdentity wanted, CancellationToken cancellationToken)
    {
        if (wanted.Resource is not null || !WildcardPattern.ContainsWildcardCharacters(wanted.Id))
            return [await FindOneAsync(client, wanted, cancellationToken).ConfigureAwait(false)];
        var matcher = new NameMatcher([wanted.Id]);
        var resources = await ListAsync(client, cancellationToken).ConfigureAwait(false);
        return [.. resources.Where(resource => _kind.Matches(matcher, resource)).Select(_kind.Identify)];
    }

    /// <summary>Returns the error for a text that is neither the id nor the name of one.</summary>
    public PaperspaceException NotFound(IReadOnlyCollection<TResource> resources, string text)
    {
        var names = resources
            .SelectMany(resource => _kind.GetNames(resource).Append(_kind.Identify(resource).Id))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var nearest = SimilarNames.Find(text, names);
        var hint = resources.Count == 0 ? $" The account has no {_kind.Noun}s."
            : nearest.Count > 0 ? $" The nearest: {string.Join(", ", nearest.Select(near => $"'{near}'"))}."
            : $" There are: {Join(resources)}.";
        return new PaperspaceException(
            PaperspaceErrorReason.ResourceNotFound,
            TerminalText.Sanitize($"No {_kind.Noun} has the name or id '{text}'.{hint}"));
    }

    private async Task<IReadOnlyList<TResource>> ListAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var listing = _listing ??= _kind.List(client).ReadAllAsync(cancellationToken);
        try
        {
            return await listing.ConfigureAwait(false);
        }
        catch
        {
            // The next one who asks gets a list of its own.
            _ = Interlocked.CompareExchange(ref _listing, null, listing);
            throw;
        }
    }

    private List<TResource> Find(IReadOnlyList<TResource> resources, string text)
    {
        if (resources.FirstOrDefault(resource => _kind.Identify(resource).Id == text) is { } byId) return [byId];
        // A name by which one is known goes before one by which another may be, too; and what is a name, before what is a pattern of names.
        var named = resources
            .Select(resource => (Resource: resource, Rank: FindRank(resource, text)))
            .Where(named => named.Rank >= 0)
            .GroupBy(named => named.Rank, named => named.Resource)
            .OrderBy(rank => rank.Key)
            .Select(rank => rank.ToList())
            .FirstOrDefault();
        if (named is not null) return named;
        var matcher = new NameMatcher([text]);
        return [.. resources.Where(resource => _kind.Matches(matcher, resource))];
    }

    private int FindRank(TResource resource, string text) =>
        _kind.GetNames(resource).ToList().FindIndex(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));

    private PaperspaceException Ambiguous(List<TResource> resources, string text) => new(
        PaperspaceErrorReason.AmbiguousName,
        TerminalText.Sanitize($"{resources.Count} {_kind.Noun}s have the name '{text}'. Give the id of one: {Join(resources)}."));

    private string Join(IReadOnlyCollection<TResource> resources)
    {
        var more = resources.Count > MostShown ? $" and {resources.Count - MostShown} more" : "";
        return string.Join(", ", resources.Take(MostShown).Select(_kind.Summarize)) + more;
    }
}

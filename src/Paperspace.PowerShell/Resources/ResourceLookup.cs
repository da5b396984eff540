using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Finds resources by id or name, in a list that is read once for a command.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
internal sealed class ResourceLookup<TResource>
    where TResource : class
{
    private readonly ResourceDescriptor<TResource> _descriptor;
    private Task<IReadOnlyList<TResource>>? _listing;

    /// <summary>Creates a lookup; sends nothing.</summary>
    public ResourceLookup(ResourceDescriptor<TResource> descriptor)
    {
        _descriptor = descriptor;
    }

    /// <summary>Finds one resource.</summary>
    /// <exception cref="PaperspaceException">None or several match, or the list cannot be read.</exception>
    public async Task<ResourceIdentity<TResource>> FindOneAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> wanted, CancellationToken cancellationToken)
    {
        if (wanted.IsId) return wanted;
        var resources = await ListAsync(client, cancellationToken).ConfigureAwait(false);
        var found = Find(resources, wanted.Id);
        return found.Count switch
        {
            0 => throw _descriptor.NotFound(resources, wanted.Id),
            1 => _descriptor.Identify(found[0]),
            _ => throw _descriptor.Ambiguous(found, wanted.Id),
        };
    }

    /// <summary>Finds all that match wildcards, or the one that a string without wildcards means.</summary>
    /// <exception cref="PaperspaceException">Without wildcards, none or several match; or the list cannot be read.</exception>
    public async Task<IReadOnlyList<ResourceIdentity<TResource>>> FindAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> wanted, CancellationToken cancellationToken)
    {
        if (wanted.IsId || !WildcardPattern.ContainsWildcardCharacters(wanted.Id))
            return [await FindOneAsync(client, wanted, cancellationToken).ConfigureAwait(false)];
        var matcher = new NameMatcher([wanted.Id]);
        var resources = await ListAsync(client, cancellationToken).ConfigureAwait(false);
        return [.. resources.Where(resource => _descriptor.Matches(matcher, resource)).Select(_descriptor.Identify)];
    }

    private async Task<IReadOnlyList<TResource>> ListAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var listing = _listing ??= _descriptor.List(client).ReadAllAsync(cancellationToken);
        try
        {
            return await listing.ConfigureAwait(false);
        }
        catch
        {
            // After a failure the next caller gets a new list.
            _ = Interlocked.CompareExchange(ref _listing, null, listing);
            throw;
        }
    }

    private List<TResource> Find(IReadOnlyList<TResource> resources, string text)
    {
        if (resources.FirstOrDefault(resource => _descriptor.GetId(resource) == text) is { } byId) return [byId];
        // Prefer the primary name over secondary names, and exact names over wildcards.
        var named = resources
            .Select(resource => (Resource: resource, Rank: FindRank(resource, text)))
            .Where(named => named.Rank >= 0)
            .GroupBy(named => named.Rank, named => named.Resource)
            .OrderBy(rank => rank.Key)
            .Select(rank => rank.ToList())
            .FirstOrDefault();
        if (named is not null) return named;
        var matcher = new NameMatcher([text]);
        return [.. resources.Where(resource => _descriptor.Matches(matcher, resource))];
    }

    private int FindRank(TResource resource, string text) =>
        _descriptor.GetNames(resource).ToList().FindIndex(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
}

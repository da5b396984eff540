namespace Paperspace.PowerShell;

/// <summary>Finds resources by id or name, in a list that is read once for a command.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
internal sealed class ResourceLookup<TResource>
    where TResource : class
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(2);

    private readonly AccountCmdlet _cmdlet;
    private readonly ResourceDescriptor<TResource> _descriptor;
    private readonly object _gate = new();
    private readonly List<string> _warnings = [];
    private Task<IReadOnlyList<TResource>>? _listing;
    private Task<IReadOnlyList<TResource>?>? _hurriedListing;

    /// <summary>Creates a lookup; sends nothing.</summary>
    /// <param name="cmdlet">Writes the warnings of the list.</param>
    public ResourceLookup(AccountCmdlet cmdlet, ResourceDescriptor<TResource> descriptor)
    {
        (_cmdlet, _descriptor) = (cmdlet, descriptor);
    }

    /// <summary>Gets the problems with the list that was read, such as that it seems to be incomplete.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Finds one resource.</summary>
    /// <exception cref="PaperspaceException">None or several match, or the list cannot be read.</exception>
    public async Task<ResourceIdentity<TResource>> FindOneAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> wanted, CancellationToken cancellationToken) =>
        wanted.Resource is not null || (wanted.IsId && !_descriptor.IsSubset)
            ? wanted
            : FindOne(await ListAsync(client, cancellationToken).ConfigureAwait(false), wanted.Id);

    /// <summary>Finds all that match wildcards, or the one that a string without wildcards means.</summary>
    /// <returns>The resources; none only if no resource matches wildcards.</returns>
    /// <exception cref="PaperspaceException">Without wildcards, none or several match; or the list cannot be read.</exception>
    public async Task<IReadOnlyList<ResourceIdentity<TResource>>> FindAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> wanted, CancellationToken cancellationToken)
    {
        if (wanted.IsId || NameMatcher.FindPattern(wanted.Id) is null)
            return [await FindOneAsync(client, wanted, cancellationToken).ConfigureAwait(false)];
        var resources = await ListAsync(client, cancellationToken).ConfigureAwait(false);
        var found = _descriptor.Find(resources, wanted.Id);
        // A name that is itself a pattern must be unique, like any other name.
        if (found.Count > 1 && _descriptor.GetNames(found[0]).Any(name => NameMatcher.IsSame(wanted.Id, name)))
            throw _descriptor.Ambiguous(found, wanted.Id);
        return [.. found.Select(_descriptor.Identify)];
    }

    /// <summary>Finds the resource that has as its name a string which the API did not know as an id.</summary>
    /// <exception cref="PaperspaceException">None or several have the name, or the list does not arrive soon.</exception>
    public async Task<ResourceIdentity<TResource>> FindNamedAsync(
        IPaperspaceClient client, string name, PaperspaceException notFound, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<TResource>?> listing;
        lock (_gate) listing = _hurriedListing ??= ListHurriedlyAsync(client, cancellationToken);
        if (await listing.ConfigureAwait(false) is not { } resources)
            throw Reword(notFound, $"There is no {_descriptor.Noun} with the id '{name}', and the names are not available.");
        var found = _descriptor.Find(resources, name);
        // The list may still have what the API has deleted.
        if (found.Count == 0 || _descriptor.GetId(found[0]) == name)
            throw Reword(notFound, _descriptor.NotFound(resources, name).Message);
        return FindOne(resources, name);
    }

    /// <summary>Reads the list, once for the command.</summary>
    public async Task<IReadOnlyList<TResource>> ListAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<TResource>> listing;
        lock (_gate) listing = _listing ??= ReadAsync(client, cancellationToken);
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

    private async Task<IReadOnlyList<TResource>> ReadAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var resources = await _descriptor.List(client).ReadAllAsync(_warnings, cancellationToken).ConfigureAwait(false);
        foreach (var warning in _warnings) _cmdlet.AddListWarning(warning);
        return resources;
    }

    private PaperspaceException Reword(PaperspaceException notFound, string message) =>
        notFound.With(_descriptor.NotFoundReason, $"{message} ({notFound.Message})");

    private ResourceIdentity<TResource> FindOne(IReadOnlyList<TResource> resources, string text)
    {
        var found = _descriptor.Find(resources, text);
        return found.Count switch
        {
            0 => throw _descriptor.NotFound(resources, text),
            1 => _descriptor.Identify(found[0]),
            _ => throw _descriptor.Ambiguous(found, text),
        };
    }

    /// <summary>Reads the list for an error that is already known: it gives up when a page fails or takes long.</summary>
    private async Task<IReadOnlyList<TResource>?> ListHurriedlyAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        if (_listing is { Status: TaskStatus.RanToCompletion } read) return await read.ConfigureAwait(false);
        try
        {
            var resources = new List<TResource>();
            using var pager = _descriptor.List(client);
            while (true)
            {
                using var limit = client.CreateTimeLimit(MaxPause);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
                if (await pager.NextAsync(either.Token).ConfigureAwait(false) is not { } page) return resources;
                resources.AddRange(page);
                if (page.Warning is { } warning) _cmdlet.AddListWarning(warning);
            }
        }
        catch (Exception failure)
            when (failure is PaperspaceException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that list resources, by name or id.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
public abstract class GetResourceCmdlet<TResource> : AccountCmdlet
    where TResource : class
{
    private const int MaxOthers = 10_000;

    private readonly List<TResource> _others = [];
    private ResourceLookup<TResource>? _lookup;
    private NameMatcher? _matcher;

    /// <summary>Gets the descriptor of the noun.</summary>
    private protected abstract ResourceDescriptor<TResource> Descriptor { get; }

    /// <summary>Gets the names that were asked for, with wildcards; null for all.</summary>
    protected abstract IReadOnlyList<string>? Names { get; }

    /// <summary>Gets the resources that were asked for; null where none was.</summary>
    protected abstract IReadOnlyList<ResourceIdentity<TResource>>? Identities { get; }

    private ResourceLookup<TResource> Lookup => _lookup ??= new(Descriptor);

    private NameMatcher? Matcher => Names is null ? null : _matcher ??= new NameMatcher(Names);

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Identities is null)
        {
            await ListAsync(List, cancellationToken);
            return;
        }

        foreach (var identity in Identities)
            await SubmitAsync((client, token) => FindAsync(client, identity, token), identity.Target, WriteMatches, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        foreach (var name in _matcher?.Unmatched ?? []) WriteFailure(Descriptor.NotFound(_others, name), name);
    }

    /// <summary>Lists the resources.</summary>
    protected virtual IPager<TResource> List(IPaperspaceClient client) => Descriptor.List(client);

    /// <summary>Returns whether a resource that the list did not have exists, where the API does not tell it.</summary>
    protected virtual bool Exists(TResource resource) => true;

    /// <summary>Returns whether a resource is one of those asked for, names aside.</summary>
    protected virtual bool Matches(TResource resource) => true;

    /// <summary>Writes those of a list that were asked for, as its pages come.</summary>
    private protected async Task ListAsync(Func<IPaperspaceClient, IPager<TResource>> list, CancellationToken cancellationToken)
    {
        using var pager = list(Client);
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            WriteMatches(page);
            if (page.Warning is { } warning) WriteWarning(warning);
        }
    }

    /// <summary>Writes those of the resources that were asked for.</summary>
    private protected void WriteMatches(IReadOnlyList<TResource> resources)
    {
        // A list without any resource has none of the names either.
        var matcher = Matcher;
        foreach (var resource in resources)
            if (matcher is not null && !Descriptor.Matches(matcher, resource))
            {
                if (_others.Count < MaxOthers) _others.Add(resource);
            }
            else if (Matches(resource))
            {
                Write(resource);
            }
    }

    /// <summary>Writes a resource that was asked for.</summary>
    private protected virtual void Write(TResource resource) => WriteObject(resource);

    /// <summary>Returns whether a resource of a list lacks what reading it alone returns.</summary>
    private protected virtual bool IsIncomplete(TResource listed) => false;

    private async Task<IReadOnlyList<TResource>> CompleteAsync(
        IPaperspaceClient client, IReadOnlyList<ResourceIdentity<TResource>> found, CancellationToken cancellationToken)
    {
        var resources = new List<TResource>(found.Count);
        foreach (var item in found)
            resources.Add(
                IsIncomplete(item.Resource!)
                    ? await Descriptor.ReadAsync(client, item.Id, cancellationToken).ConfigureAwait(false)
                    : item.Resource!);
        return resources;
    }

    private async Task<IReadOnlyList<TResource>> FindAsync(
        IPaperspaceClient client,
        ResourceIdentity<TResource> identity,
        CancellationToken cancellationToken)
    {
        if (identity.Resource is not null)
            return [await Descriptor.ReadAsync(client, identity.Id, cancellationToken).ConfigureAwait(false)];
        try
        {
            var found = await Lookup.FindAsync(client, identity, cancellationToken).ConfigureAwait(false);
            return await CompleteAsync(client, found, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
            when (failure.Reason == PaperspaceErrorReason.ResourceNotFound && ResourceId.IsValid(identity.Id))
        {
            // A list may leave out what can be read.
            return [await ReadUnlistedAsync(client, identity, failure, cancellationToken).ConfigureAwait(false)];
        }
    }

    private async Task<TResource> ReadUnlistedAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> identity, PaperspaceException notListed, CancellationToken cancellationToken)
    {
        try
        {
            var resource = await Descriptor.ReadAsync(client, identity.Id, cancellationToken).ConfigureAwait(false);
            return Exists(resource) ? resource : throw notListed;
        }
        catch (PaperspaceException failure)
            when (failure.Reason is PaperspaceErrorReason.ResourceNotFound or PaperspaceErrorReason.NotFound)
        {
            throw notListed;
        }
    }
}

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that list resources, by name or id.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
public abstract class GetResourceCmdlet<TResource> : AccountCmdlet
    where TResource : class
{
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);
    private ResourceTargets<TResource>? _targets;

    /// <summary>Gets the descriptor of the noun.</summary>
    private protected abstract ResourceDescriptor<TResource> Descriptor { get; }

    /// <summary>Gets the resources to get; null for all.</summary>
    protected abstract IReadOnlyList<ResourceIdentity<TResource>>? Targets { get; }

    private ResourceTargets<TResource> Finder => _targets ??= new(this, Descriptor);

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Targets is null)
        {
            await ListAsync(List, cancellationToken);
            return;
        }

        var isOnly = Targets.Count == 1 && !MyInvocation.ExpectingInput;
        var names = new List<string>();
        foreach (var given in Targets)
        {
            if (!given.IsId && !(isOnly && Descriptor.LooksLikeId(given.Id)))
            {
                names.Add(given.Id);
                continue;
            }

            // Many machines refer to the same network.
            if (MyInvocation.ExpectingInput && given.Resource is null && !_referenced.Add(given.Id)) continue;
            await SubmitAsync((client, token) => ReadAsync(client, given, isOnly, token), given.Target, WriteMatches, cancellationToken);
        }

        if (names.Count == 0) return;
        await SubmitAsync(
            (client, token) => FindAsync(client, names, token), names.Count == 1 ? names[0] : Descriptor.Noun + "s", Write, cancellationToken);
    }

    /// <summary>Returns the error for a string that is neither the id nor a name of a resource.</summary>
    private protected virtual Task<PaperspaceException> DescribeMissingAsync(
        IPaperspaceClient client, IReadOnlyList<TResource> resources, string name, CancellationToken cancellationToken) =>
        Task.FromResult(Descriptor.NotFound(resources, name));

    /// <summary>Lists the resources.</summary>
    protected virtual IPager<TResource> List(IPaperspaceClient client) => Descriptor.List(client);

    /// <summary>Returns whether a resource that the list did not have exists; on some APIs a read does not show it.</summary>
    protected virtual bool Exists(TResource resource) => true;

    /// <summary>Returns whether a resource passes the filters.</summary>
    protected virtual bool Matches(TResource resource) => true;

    /// <summary>Writes the resources of a list that pass the filters, page by page.</summary>
    private protected async Task ListAsync(Func<IPaperspaceClient, IPager<TResource>> list, CancellationToken cancellationToken)
    {
        using var pager = list(Client);
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            WriteMatches(page);
            if (page.Warning is { } warning) WriteWarning(warning);
        }
    }

    /// <summary>Writes the resources that pass the filters.</summary>
    private protected void WriteMatches(IReadOnlyList<TResource> resources)
    {
        foreach (var resource in resources)
            if (Matches(resource))
                Write(resource);
    }

    /// <summary>Writes a resource.</summary>
    private protected virtual void Write(TResource resource) => WriteObject(resource);

    /// <summary>Returns whether a resource of a list lacks what reading it alone returns.</summary>
    private protected virtual bool IsIncomplete(TResource listed) => false;

    private void Write((IReadOnlyList<TResource> Found, IReadOnlyList<(string Name, PaperspaceException? Failure)> Missing) result)
    {
        WriteMatches(result.Found);
        foreach (var (name, failure) in result.Missing)
            if (failure is null) Finder.WarnOfNoMatch(name);
            else WriteFailure(failure, name);
    }

    private async Task<IReadOnlyList<TResource>> ReadAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> given, bool isOnly, CancellationToken cancellationToken)
    {
        if (given.Resource is not null) return [await Descriptor.ReadAsync(client, given.Id, cancellationToken).ConfigureAwait(false)];
        try
        {
            var read = await Finder.ReadAsync(client, given, isOnly, cancellationToken).ConfigureAwait(false);
            if (Exists(read.Resource!))
                return
                [
                    IsIncomplete(read.Resource!)
                        ? await Descriptor.ReadAsync(client, read.Id, cancellationToken).ConfigureAwait(false)
                        : read.Resource!,
                ];
        }
        catch (PaperspaceException failure) when (given.IsId && Descriptor.IsNotFound(failure))
        {
            throw Descriptor.NotFoundById(await Finder.Lookup.ListAsync(client, cancellationToken).ConfigureAwait(false), given.Id);
        }

        var resources = await List(client).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        if (resources.FirstOrDefault(resource => Descriptor.GetId(resource) == given.Id) is { } listed) return [listed];
        if (given.IsId) throw Descriptor.NotFoundById(resources, given.Id);
        return Descriptor.Find(resources, given.Id) is { Count: > 0 } named ? named : throw Descriptor.NotFound(resources, given.Id);
    }

    private async Task<(IReadOnlyList<TResource> Found, IReadOnlyList<(string Name, PaperspaceException? Failure)> Missing)> FindAsync(
        IPaperspaceClient client, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var resources = await Finder.Lookup.ListAsync(client, cancellationToken).ConfigureAwait(false);
        var unlisted = new List<string>();
        var found = Descriptor.Find(resources, names, unlisted).ToList();
        var missing = new List<(string Name, PaperspaceException? Failure)>();
        foreach (var name in unlisted)
            if (NameMatcher.FindPattern(name) is not null) missing.Add((name, null));
            else if (await ReadUnlistedAsync(client, name, cancellationToken).ConfigureAwait(false) is { } read) found.Add(read);
            else missing.Add((name, await DescribeMissingAsync(client, resources, name, cancellationToken).ConfigureAwait(false)));
        return (found, missing);
    }

    /// <summary>Reads a resource that a list leaves out, as lists of some APIs do.</summary>
    private async Task<TResource?> ReadUnlistedAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken)
    {
        if (!ResourceId.IsValid(id)) return null;
        try
        {
            var read = await Descriptor.ReadAsync(client, id, cancellationToken).ConfigureAwait(false);
            return Exists(read) ? read : null;
        }
        catch (PaperspaceException failure) when (Descriptor.IsNotFound(failure) || failure.Reason == PaperspaceErrorReason.NotFound)
        {
            return null;
        }
    }
}

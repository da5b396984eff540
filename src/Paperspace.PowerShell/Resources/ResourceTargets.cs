namespace Paperspace.PowerShell;

/// <summary>Turns what a cmdlet was given into the resources that it is about.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
internal sealed class ResourceTargets<TResource>
    where TResource : class
{
    private readonly AccountCmdlet _cmdlet;
    private readonly ResourceDescriptor<TResource> _descriptor;
    private bool? _isPreviewed;

    /// <summary>Creates the targets of a cmdlet; sends nothing.</summary>
    public ResourceTargets(AccountCmdlet cmdlet, ResourceDescriptor<TResource> descriptor)
    {
        (_cmdlet, _descriptor) = (cmdlet, descriptor);
        Lookup = new ResourceLookup<TResource>(cmdlet, descriptor);
    }

    /// <summary>Gets the list of the command.</summary>
    public ResourceLookup<TResource> Lookup { get; }

    /// <summary>Returns the resources that a value means; a string with the form of an id as it is. Writes an error or a warning if there
    /// are none.</summary>
    public async Task<IReadOnlyList<ResourceIdentity<TResource>>> FindAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> given, CancellationToken cancellationToken)
    {
        if (!_descriptor.IsSubset && (given.IsId || _descriptor.LooksLikeId(given.Id))) return [given];
        try
        {
            var found = await Lookup.FindAsync(client, given, cancellationToken);
            _cmdlet.WriteListWarnings();
            if (found.Count == 0) WarnOfNoMatch(given.Id);
            return found;
        }
        catch (PaperspaceException failure) when (IsUnknown(failure))
        {
            _cmdlet.WriteListWarnings();
            _cmdlet.WriteFailure(failure, given.Target);
            return [];
        }
    }

    /// <summary>Returns the resources that several values mean, each once.</summary>
    public async Task<IReadOnlyList<ResourceIdentity<TResource>>> FindAllAsync(
        IPaperspaceClient client, IEnumerable<ResourceIdentity<TResource>> given, CancellationToken cancellationToken)
    {
        var found = new List<ResourceIdentity<TResource>>();
        foreach (var item in given) found.AddRange(await FindAsync(client, item, cancellationToken));
        return found;
    }

    /// <summary>Returns the resources that several values mean, each with an id that is certain.</summary>
    public async Task<IReadOnlyList<ResourceIdentity<TResource>>> FindCertainAsync(
        IPaperspaceClient client, IReadOnlyCollection<ResourceIdentity<TResource>> given, CancellationToken cancellationToken)
    {
        var isOnly = given.Count == 1 && !_cmdlet.MyInvocation.ExpectingInput;
        var certain = new List<ResourceIdentity<TResource>>();
        foreach (var target in await FindAllAsync(client, given, cancellationToken))
            try
            {
                certain.Add(target.IsId ? target : await ReadAsync(client, target, isOnly, cancellationToken));
            }
            catch (PaperspaceException failure) when (failure.Reason != PaperspaceErrorReason.NotSupported)
            {
                _cmdlet.WriteFailure(failure, target.Target);
            }

        return certain;
    }

    /// <summary>Warns that no resource matches wildcards.</summary>
    public void WarnOfNoMatch(string pattern) => _cmdlet.WriteWarning($"No {_descriptor.Noun} matches '{pattern}'.");

    /// <summary>Sends a request for a resource; if the API does not know a string as an id, for the resource of this name.</summary>
    public async Task<T> SendAsync<T>(
        IPaperspaceClient client,
        ResourceIdentity<TResource> target,
        Func<ResourceIdentity<TResource>, Task<T>> send,
        CancellationToken cancellationToken)
    {
        try
        {
            return await send(target).ConfigureAwait(false);
        }
        catch (PaperspaceException notFound) when (!target.IsId && _descriptor.IsNotFound(notFound))
        {
            var named = await Lookup.FindNamedAsync(client, target.Id, notFound, cancellationToken).ConfigureAwait(false);
            return await send(named).ConfigureAwait(false);
        }
    }

    /// <summary>Returns a target with its resource if <c>-WhatIf</c> or a question will show it, or the caller needs it, and the target as it
    /// is otherwise.</summary>
    /// <returns>The target; null if there is no such resource, which has been written as an error.</returns>
    public async Task<ResourceIdentity<TResource>?> PreviewAsync(
        IPaperspaceClient client,
        ResourceIdentity<TResource> target,
        bool isOnly,
        bool isNeeded,
        CancellationToken cancellationToken)
    {
        if (target.Resource is not null && !isNeeded) return target;
        if (!isNeeded && !(_isPreviewed ??= _cmdlet.IsPreviewed)) return target;
        try
        {
            return await ReadAsync(client, target, isOnly, cancellationToken);
        }
        catch (PaperspaceException failure) when (failure.Reason != PaperspaceErrorReason.NotSupported)
        {
            _cmdlet.WriteFailure(await _cmdlet.EnrichAsync(failure, target.Target, cancellationToken), target.Target);
            return null;
        }
    }

    /// <summary>Reads a resource.</summary>
    /// <param name="client">The client.</param>
    /// <param name="target">The resource.</param>
    /// <param name="isOnly">Whether it is the only one of the command: several are read in one list.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="PaperspaceException">There is none, or it cannot be read.</exception>
    public async Task<ResourceIdentity<TResource>> ReadAsync(
        IPaperspaceClient client, ResourceIdentity<TResource> target, bool isOnly, CancellationToken cancellationToken)
    {
        if (!isOnly)
        {
            var resources = await Lookup.ListAsync(client, cancellationToken).ConfigureAwait(false);
            if (resources.FirstOrDefault(resource => _descriptor.GetId(resource) == target.Id) is { } listed)
                return _descriptor.Identify(listed);
            if (!target.IsId && _descriptor.Find(resources, target.Id) is [var named]) return _descriptor.Identify(named);
        }

        // A list may leave out what can be read.
        var read = await SendAsync(
            client, target, found => _descriptor.ReadAsync(client, found.Id, cancellationToken), cancellationToken).ConfigureAwait(false);
        return _descriptor.Identify(read);
    }

    private static bool IsUnknown(PaperspaceException failure) => failure.Reason
        is PaperspaceErrorReason.ResourceNotFound or PaperspaceErrorReason.MachineNotFound or PaperspaceErrorReason.AmbiguousName;
}

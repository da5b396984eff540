namespace Paperspace.PowerShell;

/// <summary>Finds the resource that a parameter names beside what its cmdlet is about, such as the template of a new machine.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
internal sealed class ResourceParameter<TResource>
    where TResource : class
{
    private readonly AccountCmdlet _cmdlet;
    private readonly ResourceDescriptor<TResource> _descriptor;
    private readonly ResourceLookup<TResource> _lookup;
    private readonly string _name;
    private readonly string _idName;

    /// <summary>Creates a parameter.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="descriptor">The noun.</param>
    /// <param name="name">The name of the parameter; with "Id" after it, that of the parameter for an id that is sent as it is.</param>
    public ResourceParameter(AccountCmdlet cmdlet, ResourceDescriptor<TResource> descriptor, string name)
    {
        (_cmdlet, _descriptor, _name, _idName) = (cmdlet, descriptor, name, name + "Id");
        _lookup = new ResourceLookup<TResource>(cmdlet, descriptor);
    }

    /// <summary>Finds the resource, in a list that is read once for the command.</summary>
    /// <param name="client">The client.</param>
    /// <param name="given">What the parameter has.</param>
    /// <param name="takesRow">Whether the properties of an object of the pipeline are settings; without it, only what was given
    /// counts.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The resource; null where the parameter was not given, or an object of the pipeline leaves it empty.</returns>
    /// <param name="sendsIds">Whether a string with the form of an id is returned as it is, for a caller that calls
    /// <see cref="FindNamedAsync"/> if the API does not know it.</param>
    /// <exception cref="PaperspaceException">It was given nothing, or none or several resources are meant.</exception>
    public async Task<ResourceIdentity<TResource>?> FindAsync(
        IPaperspaceClient client,
        ResourceIdentity<TResource>? given,
        bool takesRow,
        CancellationToken cancellationToken,
        bool sendsIds = false)
    {
        var isGiven = _cmdlet.IsGiven(_name);
        if (given?.Failure is { } failure) return takesRow && !isGiven && given.Id.Length == 0 ? null : throw failure;
        if (given is null)
            return isGiven
                ? throw PaperspaceException.InvalidRequest($"{_name} is empty. Specify a value or omit the parameter.", _name)
                : null;
        if (IsOverridden(isGiven, takesRow)) return null;
        if (sendsIds && !given.IsId && _descriptor.LooksLikeId(given.Id)) return given;
        try
        {
            return await _lookup.FindOneAsync(client, given, cancellationToken);
        }
        catch (PaperspaceException unknown)
            when (unknown.Reason
                is PaperspaceErrorReason.ResourceNotFound or PaperspaceErrorReason.MachineNotFound or PaperspaceErrorReason.AmbiguousName)
        {
            throw new PaperspaceException(unknown.Reason, unknown.Message, unknown) { Parameters = [_name] };
        }
    }

    /// <summary>Finds the resource that has as its name a string which the API did not know as an id.</summary>
    public Task<ResourceIdentity<TResource>> FindNamedAsync(
        IPaperspaceClient client, string name, PaperspaceException notFound, CancellationToken cancellationToken) =>
        _lookup.FindNamedAsync(client, name, notFound, cancellationToken);

    /// <summary>Reads the list, once for the command.</summary>
    public Task<IReadOnlyList<TResource>> ListAsync(IPaperspaceClient client, CancellationToken cancellationToken) =>
        _lookup.ListAsync(client, cancellationToken);

    /// <summary>Returns whether a value is overridden: what the command line says goes before what an object of the pipeline has.</summary>
    private bool IsOverridden(bool isGiven, bool takesRow)
    {
        var isIdGiven = _cmdlet.IsGiven(_idName);
        if (!isIdGiven && !(takesRow && _cmdlet.HasValue(_idName))) return false;
        if (isGiven != isIdGiven) return isIdGiven;
        throw PaperspaceException.InvalidRequest(
            $"{_name} and {_idName} mean the same. Specify either -{_name} (a name or id) or -{_idName}, not both.",
            _name,
            _idName);
    }
}

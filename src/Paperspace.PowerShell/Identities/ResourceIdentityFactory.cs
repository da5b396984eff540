namespace Paperspace.PowerShell;

/// <summary>Creates the identities of one kind of resource with the constructors of their type.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
/// <typeparam name="TIdentity">The type that identifies them.</typeparam>
internal sealed class ResourceIdentityFactory<TResource, TIdentity> : IResourceIdentityFactory
    where TResource : class
    where TIdentity : ResourceIdentity<TResource>
{
    private readonly Func<TResource, TIdentity> _fromResource;
    private readonly Func<string, bool, TIdentity> _fromText;
    private readonly Func<string, PaperspaceException, TIdentity> _fromFailure;

    /// <summary>Creates a factory.</summary>
    /// <param name="fromResource">Creates the identity of a resource.</param>
    /// <param name="fromText">Creates the identity for a text, and whether it is from a row.</param>
    /// <param name="fromFailure">Creates an identity that stands for what identifies nothing.</param>
    public ResourceIdentityFactory(
        Func<TResource, TIdentity> fromResource,
        Func<string, bool, TIdentity> fromText,
        Func<string, PaperspaceException, TIdentity> fromFailure)
    {
        (_fromResource, _fromText, _fromFailure) = (fromResource, fromText, fromFailure);
    }

    /// <inheritdoc/>
    public Type ResourceType => typeof(TResource);

    /// <inheritdoc/>
    public object? FromResource(object value) => value switch
    {
        TIdentity identity => identity,
        TResource resource => _fromResource(resource),
        _ => null,
    };

    /// <inheritdoc/>
    public object FromText(string text, bool isRow) => _fromText(text, isRow);

    /// <inheritdoc/>
    public object FromFailure(string given, PaperspaceException failure) => _fromFailure(given, failure);

    /// <inheritdoc/>
    public Array ToArray(IEnumerable<object> identities) => identities.Cast<TIdentity>().ToArray();
}

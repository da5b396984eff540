namespace Paperspace.PowerShell;

/// <summary>Completes resources by their names, and by the ids of those whose names do not tell them apart.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
/// <typeparam name="TIdentity">The type that identifies them.</typeparam>
public abstract class ResourceNameCompleter<TResource, TIdentity> : ResourceCompleter<TResource>
    where TResource : class
    where TIdentity : ResourceIdentity<TResource>
{
    private readonly ResourceKind<TResource, TIdentity> _kind;

    private protected ResourceNameCompleter(ResourceKind<TResource, TIdentity> kind)
        : base(kind.Cache)
    {
        _kind = kind;
    }

    /// <inheritdoc/>
    protected override bool IsPattern => true;

    /// <inheritdoc/>
    private protected override IEnumerable<(string Text, string Tooltip)> DescribeAll(IReadOnlyList<TResource> resources)
    {
        var names = resources.ToLookup(GetName, StringComparer.OrdinalIgnoreCase);
        return resources.Select(resource =>
        {
            var name = GetName(resource);
            return (name.Length > 0 && names[name].Count() == 1 ? name : _kind.Identify(resource).Id, _kind.Summarize(resource));
        });
    }

    /// <inheritdoc/>
    protected override (string Text, string Tooltip) Describe(TResource resource) => (GetName(resource), _kind.Summarize(resource));

    private string GetName(TResource resource) => _kind.GetNames(resource).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "";
}

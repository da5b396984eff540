namespace Paperspace.PowerShell;

/// <summary>Identifies the resource that a parameter was given.</summary>
public abstract class ResourceIdentity
{
    private protected ResourceIdentity(string id)
    {
        Id = id;
    }

    /// <summary>Gets the id; what was given in its place where the resource is still to be found.</summary>
    public string Id { get; }

    /// <summary>Gets the name; null if only the id is known.</summary>
    public string? Name { get; internal init; }

    /// <summary>Gets the target of errors: the resource if it is known, otherwise the id.</summary>
    public abstract object Target { get; }

    /// <summary>Gets why no resource is identified; null if one is. A bad item of a list is reported beside the good ones.</summary>
    internal PaperspaceException? Failure { get; init; }

    /// <summary>Gets whether it was taken from a row of a table, whose other columns may hold settings.</summary>
    internal bool IsRow { get; init; }

    /// <summary>Gets whether the id is one, rather than a string that may be a name.</summary>
    internal bool IsId { get; init; }

    /// <summary>Gets or sets the account that returned the object; null if it is not known.</summary>
    internal PaperspaceAccount? Owner { get; set; }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj switch
    {
        ResourceIdentity other => other.GetType() == GetType() && string.Equals(Id, other.Id, StringComparison.Ordinal),
        string id => string.Equals(Id, id, StringComparison.Ordinal),
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>Returns the id and the name, safe for a terminal.</summary>
    public override string ToString() => string.IsNullOrEmpty(Name) ? TerminalText.Sanitize(Id) : TerminalText.Sanitize($"{Id} ({Name})");
}

/// <inheritdoc/>
/// <typeparam name="TResource">The type of the resource.</typeparam>
public sealed class ResourceIdentity<TResource> : ResourceIdentity
    where TResource : class
{
    /// <summary>Creates an identity from an id.</summary>
    public ResourceIdentity(string id)
        : base(id)
    {
    }

    /// <summary>Gets the resource; null if only the id is known.</summary>
    public TResource? Resource { get; internal init; }

    /// <inheritdoc/>
    public override object Target => Resource ?? (object)Id;
}

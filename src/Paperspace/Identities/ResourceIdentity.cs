namespace Paperspace;

/// <summary>Identifies a resource by its id, and holds the resource itself where it is known. Equal to an identity or text with the same
/// id.</summary>
/// <typeparam name="TResource">The type of the resource.</typeparam>
public abstract class ResourceIdentity<TResource> : IResourceIdentity
    where TResource : class
{
    /// <summary>Creates an identity.</summary>
    /// <param name="id">The id.</param>
    /// <param name="resource">The resource; null where only the id is known.</param>
    protected ResourceIdentity(string id, TResource? resource)
    {
        Id = id;
        Resource = resource;
    }

    /// <summary>Creates an identity from what identifies nothing, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies nothing.</param>
    protected ResourceIdentity(string given, PaperspaceException failure)
    {
        Id = given;
        Failure = failure;
    }

    /// <summary>Gets the id.</summary>
    public string Id { get; }

    /// <summary>Gets why it identifies nothing; null where it identifies a resource.</summary>
    public PaperspaceException? Failure { get; }

    /// <summary>Gets whether it was taken from a row of a table, whose other columns may hold settings.</summary>
    public bool IsRow { get; init; }

    /// <summary>Gets the resource; null where only the id is known.</summary>
    public TResource? Resource { get; }

    /// <summary>Gets the resource's name; null where it is not known.</summary>
    public abstract string? Name { get; }

    /// <summary>Gets what errors are about: the resource where it is known, otherwise the id.</summary>
    public object Target => Resource ?? (object)Id;

    /// <summary>Returns a text that may be an id or a name, without the white space around it.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    protected static string RequireText(string? text, string parameter) => string.IsNullOrWhiteSpace(text)
        ? throw PaperspaceException.InvalidRequest($"{parameter} is empty. Give an id or a name.", parameter)
        : text!.Trim();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj switch
    {
        ResourceIdentity<TResource> other => string.Equals(Id, other.Id, StringComparison.Ordinal),
        string id => string.Equals(Id, id, StringComparison.Ordinal),
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>Returns the id, with the name where it is known, as it may be shown in a terminal.</summary>
    public override string ToString() => string.IsNullOrEmpty(Name) ? TerminalText.Sanitize(Id) : TerminalText.Sanitize($"{Id} ({Name})");
}

namespace Paperspace;

/// <summary>Identifies a resource of any kind.</summary>
public interface IResourceIdentity
{
    /// <summary>Gets the id.</summary>
    string Id { get; }

    /// <summary>Gets what errors are about: the resource where it is known, otherwise the id.</summary>
    object Target { get; }

    /// <summary>Gets why it identifies nothing; null where it identifies a resource.</summary>
    PaperspaceException? Failure { get; }
}

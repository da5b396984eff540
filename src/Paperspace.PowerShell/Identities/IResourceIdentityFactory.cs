namespace Paperspace.PowerShell;

/// <summary>Creates the identities of one kind of resource.</summary>
internal interface IResourceIdentityFactory
{
    /// <summary>Gets the type of the resources.</summary>
    Type ResourceType { get; }

    /// <summary>Returns the identity for a resource or an identity; null where the value is neither.</summary>
    object? FromResource(object value);

    /// <summary>Returns the identity for a text.</summary>
    /// <param name="text">The id, or a name where the kind has names.</param>
    /// <param name="isRow">Whether it is from a row, whose other columns may hold settings.</param>
    object FromText(string text, bool isRow);

    /// <summary>Returns an identity that stands for what identifies nothing.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies nothing.</param>
    object FromFailure(string given, PaperspaceException failure);

    /// <summary>Returns an array of the identity's own type.</summary>
    Array ToArray(IEnumerable<object> identities);
}

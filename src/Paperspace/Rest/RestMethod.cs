namespace Paperspace;

/// <summary>Specifies an HTTP method.</summary>
public enum RestMethod
{
    /// <summary>Reads a resource.</summary>
    Get,

    /// <summary>Creates a resource or runs an action.</summary>
    Post,

    /// <summary>Replaces a resource.</summary>
    Put,

    /// <summary>Updates a resource or runs an action.</summary>
    Patch,

    /// <summary>Deletes a resource.</summary>
    Delete,
}

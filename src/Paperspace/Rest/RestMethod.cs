namespace Paperspace;

/// <summary>Names the HTTP methods that the APIs know.</summary>
public enum RestMethod
{
    /// <summary>Reads.</summary>
    Get,

    /// <summary>Creates, or acts.</summary>
    Post,

    /// <summary>Replaces.</summary>
    Put,

    /// <summary>Updates, or acts.</summary>
    Patch,

    /// <summary>Deletes.</summary>
    Delete,
}

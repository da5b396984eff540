namespace Paperspace;

/// <summary>
/// Specifies whether the caller will wait for completion, for which an API may have to read the resource before the
/// action.
/// </summary>
public enum WaitUntil
{
    /// <summary>The caller does not wait for completion.</summary>
    Started,

    /// <summary>The caller waits for completion.</summary>
    Completed,
}

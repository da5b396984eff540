namespace Paperspace;

/// <summary>Tells whether the end of an action will be awaited: an API may have to look at the resource before the action for
/// that.</summary>
public enum WaitUntil
{
    /// <summary>Only that the action was accepted matters.</summary>
    Started,

    /// <summary>The end of the action will be awaited.</summary>
    Completed,
}

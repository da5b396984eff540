namespace Paperspace.Shell;

/// <summary>How a script ended.</summary>
internal enum Ending
{
    /// <summary>It ran to its end, whatever errors it wrote.</summary>
    Finished,

    /// <summary>An error ended it, or kept it from starting.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Stopped,
}

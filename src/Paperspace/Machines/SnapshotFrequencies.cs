namespace Paperspace;

/// <summary>The known values of <see cref="Machine.AutoSnapshotFrequency"/>.</summary>
public static class SnapshotFrequencies
{
    /// <summary>The documented ones, and <c>month</c>, which has been seen.</summary>
    public static IReadOnlyList<string> Known { get; } = ["hour", "day", "week", "month"];
}

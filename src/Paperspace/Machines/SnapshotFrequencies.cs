namespace Paperspace;

/// <summary>Names the known values of <see cref="Machine.AutoSnapshotFrequency"/>.</summary>
public static class SnapshotFrequencies
{
    /// <summary>Gets the documented ones, and <c>month</c>, which has been seen.</summary>
    public static IReadOnlyList<string> Known { get; } = ["hour", "day", "week", "month"];

    /// <summary>Returns the name used here for one that an API may have, such as <c>day</c> for <c>daily</c>; any other text as it
    /// is.</summary>
    public static string? Normalize(string? frequency) => frequency?.Trim().ToLowerInvariant() switch
    {
        "hour" or "hourly" => "hour",
        "day" or "daily" => "day",
        "week" or "weekly" => "week",
        "month" or "monthly" => "month",
        _ => frequency,
    };
}

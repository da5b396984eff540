namespace Paperspace;

/// <summary>Names the known values of <see cref="Machine.AutoSnapshotFrequency"/>.</summary>
public static class SnapshotFrequencies
{
    /// <summary>Gets the documented values and <c>month</c>, which has been observed.</summary>
    public static IReadOnlyList<string> Known { get; } = ["hour", "day", "week", "month"];

    /// <summary>Returns the known value for an API's synonym, such as <c>day</c> for <c>daily</c>; any other string unchanged.</summary>
    public static string? Normalize(string? frequency) => frequency?.Trim().ToLowerInvariant() switch
    {
        "hour" or "hourly" => "hour",
        "day" or "daily" => "day",
        "week" or "weekly" => "week",
        "month" or "monthly" => "month",
        _ => frequency,
    };
}

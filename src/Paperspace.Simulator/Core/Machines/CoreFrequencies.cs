namespace Paperspace.Simulator.Core;

/// <summary>Spells how often snapshots are taken and restored as the Core API does.</summary>
internal static class CoreFrequencies
{
    public static string? Text(SnapshotFrequency? frequency) => frequency switch
    {
        null => null,
        SnapshotFrequency.Hourly => "hour",
        SnapshotFrequency.Daily => "day",
        SnapshotFrequency.Weekly => "week",
        _ => "month",
    };

    // `month` is not in the reference but was recorded.
    public static SnapshotFrequency? Parse(string? text) => text switch
    {
        null => null,
        "hour" => SnapshotFrequency.Hourly,
        "day" => SnapshotFrequency.Daily,
        "week" => SnapshotFrequency.Weekly,
        "month" => SnapshotFrequency.Monthly,
        _ => throw CoreErrors.WrongType("autoSnapshotFrequency", "one of 'hour', 'day', 'week', or null"),
    };

    public static string? Text(RestorePointFrequency? frequency) => frequency is null ? null : "shutdown";

    public static RestorePointFrequency? ParseRestorePoint(string? text) => text switch
    {
        null => null,
        "shutdown" => RestorePointFrequency.Shutdown,
        _ => throw CoreErrors.WrongType("restorePointFrequency", "'shutdown'"),
    };
}

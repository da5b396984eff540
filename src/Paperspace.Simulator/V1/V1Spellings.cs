namespace Paperspace.Simulator.V1;

/// <summary>Spells the fixed values of settings as the V1 API does.</summary>
internal static class V1Spellings
{
    public static IReadOnlyList<string> PublicIpTypes { get; } = ["static", "dynamic", "none"];

    public static IReadOnlyList<string> SnapshotFrequencies { get; } = ["hourly", "daily", "weekly", "monthly"];

    public static IReadOnlyList<string> RestorePointFrequencies { get; } = ["shutdown"];

    public static string Text(SimulatedPublicIpType type) => type switch
    {
        SimulatedPublicIpType.Static => "static",
        SimulatedPublicIpType.Dynamic => "dynamic",
        _ => "none",
    };

    public static SimulatedPublicIpType ParsePublicIpType(string text) => text switch
    {
        "static" => SimulatedPublicIpType.Static,
        "dynamic" => SimulatedPublicIpType.Dynamic,
        _ => SimulatedPublicIpType.None,
    };

    public static string? Text(SnapshotFrequency? frequency) => frequency switch
    {
        null => null,
        SnapshotFrequency.Hourly => "hourly",
        SnapshotFrequency.Daily => "daily",
        SnapshotFrequency.Weekly => "weekly",
        _ => "monthly",
    };

    public static SnapshotFrequency ParseSnapshotFrequency(string text) => text switch
    {
        "hourly" => SnapshotFrequency.Hourly,
        "daily" => SnapshotFrequency.Daily,
        "weekly" => SnapshotFrequency.Weekly,
        _ => SnapshotFrequency.Monthly,
    };

    public static string? Text(RestorePointFrequency? frequency) => frequency is null ? null : "shutdown";
}

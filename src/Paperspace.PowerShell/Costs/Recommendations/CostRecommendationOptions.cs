namespace Paperspace.PowerShell;

/// <summary>Holds the limits beyond which a resource gets a recommendation.</summary>
internal sealed record CostRecommendationOptions
{
    public static readonly TimeSpan DefaultRunningTime = TimeSpan.FromHours(24);

    public static readonly TimeSpan DefaultOffTime = TimeSpan.FromDays(7);

    public const int DefaultSnapshotCount = 5;

    /// <summary>Gets the kinds to look for; null for all.</summary>
    public IReadOnlyCollection<CostRecommendationKind>? Kinds { get; init; }

    /// <summary>Gets how long a machine without a shutdown timeout may run.</summary>
    public TimeSpan RunningTime { get; init; } = DefaultRunningTime;

    /// <summary>Gets how long a machine may be off.</summary>
    public TimeSpan OffTime { get; init; } = DefaultOffTime;

    public int SnapshotCount { get; init; } = DefaultSnapshotCount;

    /// <summary>Gets the end of each suggested command, which selects the account.</summary>
    public string CommandSuffix { get; init; } = "";

    /// <summary>Returns whether to look for a kind.</summary>
    public bool Includes(CostRecommendationKind kind) => Kinds?.Contains(kind) != false;
}

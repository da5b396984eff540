namespace Paperspace.PowerShell;

/// <summary>Says what is worth a cost recommendation.</summary>
internal sealed record CostRecommendationOptions
{
    public static readonly TimeSpan DefaultRunningTime = TimeSpan.FromHours(24);

    public static readonly TimeSpan DefaultOffTime = TimeSpan.FromDays(7);

    public const int DefaultSnapshotCount = 5;

    /// <summary>Gets the kinds that are asked for; null for all.</summary>
    public IReadOnlyCollection<CostRecommendationKind>? Kinds { get; init; }

    /// <summary>Gets how long a machine without a shutdown timeout may run.</summary>
    public TimeSpan RunningTime { get; init; } = DefaultRunningTime;

    /// <summary>Gets how long a machine may be off.</summary>
    public TimeSpan OffTime { get; init; } = DefaultOffTime;

    public int SnapshotCount { get; init; } = DefaultSnapshotCount;

    /// <summary>Gets what the commands end with, so that they are about the same account.</summary>
    public string CommandSuffix { get; init; } = "";

    /// <summary>Returns whether a kind is asked for.</summary>
    public bool Includes(CostRecommendationKind kind) => Kinds?.Contains(kind) != false;
}

namespace Paperspace.PowerShell;

/// <summary>Says what is worth a cost recommendation.</summary>
internal sealed record CostRecommendationOptions
{
    /// <summary>How long a machine runs before it is worth one.</summary>
    public static readonly TimeSpan DefaultRunningTime = TimeSpan.FromHours(24);

    /// <summary>How many snapshots of a machine are worth none.</summary>
    public const int DefaultSnapshotCount = 5;

    /// <summary>Gets the kinds that are asked for; null for all.</summary>
    public IReadOnlyCollection<CostRecommendationKind>? Kinds { get; init; }

    /// <summary>Gets how long a machine without a shutdown timeout may run.</summary>
    public TimeSpan RunningTime { get; init; } = DefaultRunningTime;

    /// <summary>Gets how many snapshots a machine may have.</summary>
    public int SnapshotCount { get; init; } = DefaultSnapshotCount;

    /// <summary>Gets what the commands end with, so that they are about the same account.</summary>
    public string CommandSuffix { get; init; } = "";

    /// <summary>Returns whether a kind is asked for.</summary>
    public bool Includes(CostRecommendationKind kind) => Kinds?.Contains(kind) != false;
}

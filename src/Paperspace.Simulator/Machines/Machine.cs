namespace Paperspace.Simulator;

/// <summary>One machine of the account: what it is, what can be set about it, and its course.</summary>
/// <param name="history">Plans the course up to now, when it is first asked for: most of a large account is never looked at.</param>
internal sealed class Machine(Action<Machine>? history = null)
{
    private MachineTimeline? _timeline;
    private HashSet<string>? _accessors;

    public required string Id { get; init; }

    public required long InternalId { get; init; }

    public required MachineType Type { get; init; }

    public required Template Template { get; init; }

    public required string Region { get; init; }

    public required int Size { get; init; }

    public required string UserId { get; init; }

    public required string TeamId { get; init; }

    public required string NetworkId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string BillingType { get; init; } = "hourly";

    public string? ScriptId { get; init; }

    public string Os { get; init; } = "";

    public long StorageUsed { get; init; }

    public string? RestorePointFrequency { get; init; }

    public required string Name { get; set; }

    public int? ShutdownTimeoutInHours { get; set; } = 168;

    public bool ShutdownTimeoutForces { get; set; }

    public bool PerformAutoSnapshot { get; set; }

    public string? AutoSnapshotFrequency { get; set; }

    public int? AutoSnapshotSaveCount { get; set; }

    public bool HasDynamicIp { get; set; }

    /// <summary>The address that is the machine's own whether it runs or not.</summary>
    public string? StaticIp { get; set; }

    /// <summary>Whether its first boot, still to come, takes a snapshot.</summary>
    public bool SnapshotAtFirstBoot { get; set; }

    /// <summary>From when on hardware, region and network are known; until then they read null.</summary>
    public DateTimeOffset DetailedFrom { get; set; } = DateTimeOffset.MinValue;

    /// <summary>When it is, or will be, gone; null for a machine that nobody destroyed.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    public MachineTimeline Timeline
    {
        get
        {
            if (_timeline is null)
            {
                _timeline = new();
                history?.Invoke(this);
            }

            return _timeline;
        }
    }

    public IReadOnlyCollection<string> Accessors => (IReadOnlyCollection<string>?)_accessors ?? [];

    public bool IsGone(DateTimeOffset now) => now >= GoneAt;

    public bool Answers(string idOrName) => Id == idOrName || Name == idOrName;

    public void Grant(string userId) => (_accessors ??= new(StringComparer.Ordinal)).Add(userId);

    public void Revoke(string userId) => _accessors?.Remove(userId);
}

namespace Paperspace.Simulator;

/// <summary>Represents a machine of the account: its hardware, settings and timeline.</summary>
/// <param name="history">Plans the timeline up to now when it is first read; most machines of a large account never are.</param>
internal sealed class SimulatedMachine(Action<SimulatedMachine>? history = null)
{
    private readonly List<(DateTimeOffset At, MachineHardware Hardware)> _upgrades = [];
    private SimulatedMachineTimeline? _timeline;
    private HashSet<string>? _accessors;
    private (DateTimeOffset From, DateTimeOffset Until)? _hidden;

    public required string Id { get; init; }

    /// <summary>Gets or sets the machine's number in order of creation.</summary>
    public required long InternalId { get; init; }

    /// <summary>Gets or sets the hardware at creation; see <see cref="HardwareAt"/>.</summary>
    public required MachineHardware Hardware { get; init; }

    public required SimulatedTemplate Template { get; init; }

    public required string Region { get; init; }

    public required string UserId { get; init; }

    public required string TeamId { get; init; }

    public required SimulatedNetwork Network { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public SimulatedBillingType BillingType { get; init; }

    public string? ScriptId { get; set; }

    /// <summary>Gets or sets the operating system that the agent reports; empty if it reports none.</summary>
    public string Os { get; init; } = "";

    public long StorageUsed { get; init; }

    /// <summary>Gets or sets whether the disk is restored to the restore point.</summary>
    public bool RestorePointEnabled { get; set; }

    public RestorePointFrequency? RestorePointFrequency { get; set; }

    /// <summary>Gets or sets the snapshot that the disk is restored to; null if there is none.</summary>
    public SimulatedSnapshot? RestorePoint { get; set; }

    public required string Name { get; set; }

    /// <summary>Gets or sets the hours without a login after which the machine is shut down; null for never.</summary>
    public int? ShutdownTimeoutInHours { get; set; } = MachineSpecification.DefaultShutdownTimeoutInHours;

    public bool ShutdownTimeoutForces { get; set; }

    public bool AutoSnapshotEnabled { get; set; }

    public SnapshotFrequency? AutoSnapshotFrequency { get; set; }

    public int? AutoSnapshotSaveCount { get; set; }

    public bool HasDynamicIp { get; set; }

    /// <summary>Gets or sets the static public IP address; null if there is none.</summary>
    public SimulatedPublicIp? StaticIp { get; set; }

    public SimulatedPublicIpType PublicIpType =>
        HasDynamicIp ? SimulatedPublicIpType.Dynamic : StaticIp is null ? SimulatedPublicIpType.None : SimulatedPublicIpType.Static;

    public string PrivateIp
    {
        get
        {
            var host = InternalId - SimulatedMachineRepository.FirstInternalId;
            return Network.IsDefault
                ? $"10.{64 + (host / 65024 % 64)}.{host / 254 % 256}.{1 + (host % 254)}"
                : $"{Network.Address.Substring(0, Network.Address.LastIndexOf('.'))}.{1 + (host % 254)}";
        }
    }

    public string DesktopPassword => $"{Id}-desktop";

    /// <summary>Gets or sets whether the first start takes a snapshot.</summary>
    public bool TakesSnapshotAtFirstStart { get; set; }

    /// <summary>Gets or sets the snapshot event of the first start; null until that start is planned.</summary>
    public SimulatedMachineEvent? FirstStartSnapshot { get; set; }

    /// <summary>Gets or sets from when responses include hardware, region and network.</summary>
    public DateTimeOffset DetailedFrom { get; set; } = DateTimeOffset.MinValue;

    public DateTimeOffset ModifiedAt { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Gets or sets when the machine is removed, possibly in the future; null if it was not deleted.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Gets or sets from when responses include the machine.</summary>
    public DateTimeOffset ShownFrom { get; set; } = DateTimeOffset.MinValue;

    public SimulatedMachineTimeline Timeline
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

    public MachineHardware HardwareAt(DateTimeOffset now)
    {
        var found = _upgrades.FindLastIndex(upgrade => upgrade.At <= now);
        return found < 0 ? Hardware : _upgrades[found].Hardware;
    }

    /// <summary>Changes the hardware from a moment on.</summary>
    public void Upgrade(MachineHardware hardware, DateTimeOffset at) => _upgrades.Add((at, hardware));

    /// <summary>Cancels the upgrade in progress.</summary>
    public void CancelUpgrade(DateTimeOffset now) => _upgrades.RemoveAll(upgrade => upgrade.At > now);

    public bool IsRemoved(DateTimeOffset now) => now >= RemovedAt;

    /// <summary>Returns whether the machine is being deleted, even if the deletion will fail.</summary>
    public bool IsBeingRemoved(DateTimeOffset now) => RemovedAt is not null || Timeline.IsPending(SimulatedEventName.Deactivate, now);

    /// <summary>Hides the machine from responses for a while, although it exists.</summary>
    public void Hide(DateTimeOffset from, DateTimeOffset until) => _hidden = (from, until);

    public bool IsHidden(DateTimeOffset now) => now >= _hidden?.From && now < _hidden?.Until;

    public bool Matches(string idOrName) => Id == idOrName || Name == idOrName;

    public bool Grant(string userId) => (_accessors ??= new(StringComparer.Ordinal)).Add(userId);

    public bool Revoke(string userId) => _accessors?.Remove(userId) == true;
}

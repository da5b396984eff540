namespace Paperspace;

/// <summary>Represents a virtual machine of the account, as the operations create, list and show describe it.</summary>
/// <remarks>
/// Values are what the API said: states, regions, types and names are open sets and stay strings. Almost anything is
/// null while the machine is being provisioned. Sizes are bytes, times are UTC.
/// </remarks>
public sealed class Machine
{
    /// <summary>A digit less would round seconds away.</summary>
    private const int AgeDigits = 5;

    private const double BytesPerGB = 1024d * 1024 * 1024;

    /// <summary>Gets or sets the id, such as <c>psec02yp2</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name its owner gave it; names need not be unique.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the state; see <see cref="MachineStates"/> for those known.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the machine type, such as <c>P4000</c>; where the API leaves it out, it is taken from
    /// <see cref="UsageRate"/>.</summary>
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the region's short name, such as <c>NY2</c>; both APIs also return the full one.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the operating system as the machine reports it; often empty.</summary>
    public string? Os { get; set; }

    /// <summary>Gets or sets the memory in bytes.</summary>
    public long? Ram { get; set; }

    /// <summary>Gets the memory in GB (of 1024³ bytes).</summary>
    public double? RamGB => ToGB(Ram);

    /// <summary>Gets or sets the number of virtual CPUs; 1 while provisioning.</summary>
    public int? Cpus { get; set; }

    /// <summary>Gets or sets the GPU, such as <c>Quadro P4000</c>; the text <c>None</c> on CPU machines.</summary>
    public string? Gpu { get; set; }

    /// <summary>Gets or sets the accelerators by kind; null where there are none, or where the API tells only <see cref="Gpu"/>.</summary>
    public IReadOnlyList<MachineAccelerator>? Accelerators { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the disk's size in bytes.</summary>
    public long? StorageTotal { get; set; }

    /// <summary>Gets the disk's size in GB (of 1024³ bytes).</summary>
    public double? StorageTotalGB => ToGB(StorageTotal);

    /// <summary>Gets or sets the disk's used part in bytes.</summary>
    public long? StorageUsed { get; set; }

    /// <summary>Gets the disk's used part in GB (of 1024³ bytes).</summary>
    public double? StorageUsedGB => ToGB(StorageUsed);

    /// <summary>Gets or sets the label of the rate it is billed at, such as <c>P4000 hourly</c>. A label, not a price.</summary>
    public string? UsageRate { get; set; }

    /// <summary>Gets or sets the price of an hour in which it is not off; null where the API tells only <see cref="UsageRate"/>.</summary>
    public decimal? HourlyRate { get; set; }

    /// <summary>Gets or sets the price of its disk for a month; null where the API does not give it.</summary>
    public decimal? StorageRate { get; set; }

    /// <summary>Gets or sets the hours after which it is shut down: a Linux machine whether it is used or not, a Windows machine if nobody
    /// has been connected for so long. Null means never.</summary>
    public int? ShutdownTimeoutInHours { get; set; }

    internal bool? AutoShutdownEnabled { get; set; }

    /// <summary>Gets or sets whether the shutdown timeout holds even with a client connected.</summary>
    public bool? ShutdownTimeoutForces { get; set; }

    /// <summary>Gets or sets whether snapshots are taken by themselves.</summary>
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>Gets or sets how often snapshots are taken: hour, day, week or month.</summary>
    public string? AutoSnapshotFrequency { get; set; }

    /// <summary>Gets or sets how many automatic snapshots are kept.</summary>
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>Gets or sets whether a public IP address is assigned at each start and released at each stop.</summary>
    public bool? DynamicPublicIp { get; set; }

    /// <summary>Gets or sets how its public address is assigned, one of <see cref="PublicIpTypes"/>; null where the API tells only
    /// <see cref="DynamicPublicIp"/>.</summary>
    public string? PublicIpType { get; set; }

    /// <summary>Gets or sets the agent, such as <c>LinuxHeadless</c>.</summary>
    public string? AgentType { get; set; }

    /// <summary>Gets or sets when it was created.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets when it was last changed; null where the API does not tell it.</summary>
    public DateTimeOffset? DtModified { get; set; }

    /// <summary>Gets or sets when it was deleted; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets whether the operating system has updates scheduled for the next state change.</summary>
    public bool? UpdatesPending { get; set; }

    /// <summary>Gets or sets the id of its private network.</summary>
    public string? NetworkId { get; set; }

    /// <summary>Gets or sets its address in the private network.</summary>
    public string? PrivateIpAddress { get; set; }

    /// <summary>Gets or sets its public address, where it has one.</summary>
    public string? PublicIpAddress { get; set; }

    /// <summary>Gets or sets the id of the user it belongs to.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the id of the team it belongs to.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets the id of the script run when it starts.</summary>
    public string? ScriptId { get; set; }

    /// <summary>Gets or sets when that script was last run.</summary>
    public DateTimeOffset? DtLastRun { get; set; }

    /// <summary>Gets or sets whether it is restored to a snapshot; null where the API does not tell it.</summary>
    public bool? RestorePointEnabled { get; set; }

    /// <summary>Gets or sets the id of the snapshot it is restored to.</summary>
    public string? RestorePointSnapshotId { get; set; }

    /// <summary>Gets or sets when it is restored; only <c>shutdown</c> is known.</summary>
    public string? RestorePointFrequency { get; set; }

    /// <summary>Gets or sets Paperspace's own number for it; only in lists.</summary>
    public long? InternalId { get; set; }

    /// <summary>Gets or sets the reservation it belongs to; null for none, or where the API does not tell it.</summary>
    public MachineReservation? Reservation { get; set; }

    /// <summary>Gets or sets what happened to it, newest first, ten at the most. Null in lists, which do not carry events.</summary>
    public IReadOnlyList<MachineEvent>? Events { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Gets or sets when this description was read, by the client's clock.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets how old the machine was, in days, when this description was read.</summary>
    public double? AgeDays =>
        ReadAt == default || DtCreated is not { } created ? null : Math.Round((ReadAt - created).TotalDays, AgeDigits);

    /// <summary>Gets the address to reach it at: the public one; the private one where there is none.</summary>
    public string? IpAddress => string.IsNullOrWhiteSpace(PublicIpAddress) ? PrivateIpAddress : PublicIpAddress;

    /// <summary>Gets whether its services are running, with or without the Paperspace agent.</summary>
    public bool IsRunning => MachineStates.IsRunning(State);

    /// <summary>Gets whether its use is billed: unless it is off or being deleted, so also while it starts, stops or is in a state that is
    /// not known. A flat monthly price and its storage cost whatever its state.</summary>
    public bool IsBilled => MachineStates.IsBilled(State) && !IsBeingDeleted;

    /// <summary>Gets the newest event, where events are known.</summary>
    public MachineEvent? LastEvent => Events is { Count: > 0 } events ? events[0] : null;

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize(Id);

    private bool IsBeingDeleted =>
        LastEvent is { } last && last.Name.EqualsIgnoreCase(MachineEventNames.Deactivate) && MachineEventStates.IsPending(last.State);

    private static double? ToGB(long? bytes) => bytes is { } value ? Math.Round(value / BytesPerGB, 2) : null;
}

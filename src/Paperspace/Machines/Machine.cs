namespace Paperspace;

/// <summary>Represents a virtual machine.</summary>
/// <remarks>
/// States, regions, types and names are open sets, so they are strings as the API returned them. Most properties are null while the
/// machine is being provisioned. Sizes are in bytes, times in UTC, prices in US dollars.
/// </remarks>
public sealed class Machine : Resource
{
    /// <summary>With four decimal places, a second would be lost.</summary>
    private const int AgeDigits = 5;

    private const double BytesPerGB = 1024d * 1024 * 1024;

    /// <summary>Gets or sets the id, such as <c>psec02yp2</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name, which need not be unique.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the state, such as <c>ready</c>; see <see cref="MachineStates"/>.</summary>
    public string? State { get; set; }

    /// <summary>
    /// Gets or sets the machine type, such as <c>P4000</c>. If the API omits it, it is taken from
    /// <see cref="UsageRate"/>.
    /// </summary>
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the short name of the region, such as <c>NY2</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the operating system as the machine reports it; often empty.</summary>
    public string? Os { get; set; }

    /// <summary>Gets or sets the memory in bytes.</summary>
    public long? Ram { get; set; }

    /// <summary>Gets the memory in GB (of 1024³ bytes).</summary>
    public double? RamGB => ToGB(Ram);

    /// <summary>Gets or sets the number of virtual CPUs; 1 while provisioning.</summary>
    public int? Cpus { get; set; }

    /// <summary>Gets or sets the GPU, such as <c>Quadro P4000</c>; the string <c>None</c> for CPU machines.</summary>
    public string? Gpu { get; set; }

    /// <summary>Gets or sets the accelerators by kind; null if there are none, or if the API returns only <see cref="Gpu"/>.</summary>
    public IReadOnlyList<MachineAccelerator>? Accelerators { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the disk size in bytes.</summary>
    public long? StorageTotal { get; set; }

    /// <summary>Gets the disk size in GB (of 1024³ bytes).</summary>
    public double? StorageTotalGB => ToGB(StorageTotal);

    /// <summary>Gets or sets the used disk space in bytes.</summary>
    public long? StorageUsed { get; set; }

    /// <summary>Gets the used disk space in GB (of 1024³ bytes).</summary>
    public double? StorageUsedGB => ToGB(StorageUsed);

    /// <summary>Gets or sets the label of the billing rate, such as <c>P4000 hourly</c>. It is not a price.</summary>
    public string? UsageRate { get; set; }

    /// <summary>
    /// Gets or sets the price per hour that the machine is not off; null if the API returns only
    /// <see cref="UsageRate"/>.
    /// </summary>
    public decimal? HourlyRate { get; set; }

    /// <summary>Gets or sets the price of the disk per month; null if the API does not return it.</summary>
    public decimal? StorageRate { get; set; }

    /// <summary>
    /// Gets or sets the number of hours after which the machine is shut down: on Linux whether it is used or not, on
    /// Windows if nobody has been connected for that long. Null for never.
    /// </summary>
    public int? ShutdownTimeoutInHours { get; set; }

    internal bool? AutoShutdownEnabled { get; set; }

    /// <summary>Gets or sets whether the shutdown timeout applies even while a client is connected.</summary>
    public bool? ShutdownTimeoutForces { get; set; }

    /// <summary>Gets or sets whether snapshots are taken automatically.</summary>
    public bool? PerformAutoSnapshot { get; set; }

    /// <summary>Gets or sets how often automatic snapshots are taken: hour, day, week or month.</summary>
    public string? AutoSnapshotFrequency { get; set; }

    /// <summary>Gets or sets the number of automatic snapshots to keep.</summary>
    public int? AutoSnapshotSaveCount { get; set; }

    /// <summary>Gets or sets whether a public IP address is assigned at each start and released at each stop.</summary>
    public bool? DynamicPublicIp { get; set; }

    /// <summary>
    /// Gets or sets how the public IP address is assigned, one of <see cref="PublicIpTypes"/>; null if the API returns
    /// only <see cref="DynamicPublicIp"/>.
    /// </summary>
    public string? PublicIpType { get; set; }

    /// <summary>Gets or sets the agent type, such as <c>LinuxHeadless</c>; see <see cref="AgentTypes"/>.</summary>
    public string? AgentType { get; set; }

    /// <summary>Gets or sets the time when the machine was created.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the time when the machine was last modified; null if the API does not return it.</summary>
    public DateTimeOffset? DtModified { get; set; }

    /// <summary>Gets or sets the time when the machine was deleted; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets whether operating system updates are scheduled for the next state change.</summary>
    public bool? UpdatesPending { get; set; }

    /// <summary>Gets or sets the id of the private network.</summary>
    public string? NetworkId { get; set; }

    /// <summary>Gets or sets the private IP address.</summary>
    public string? PrivateIpAddress { get; set; }

    /// <summary>Gets or sets the public IP address; null if there is none.</summary>
    public string? PublicIpAddress { get; set; }

    /// <summary>Gets or sets the id of the machine's user.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the id of the machine's team.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets the id of the startup script.</summary>
    public string? ScriptId { get; set; }

    /// <summary>Gets or sets the time when the startup script last ran.</summary>
    public DateTimeOffset? DtLastRun { get; set; }

    /// <summary>Gets or sets whether the machine is restored to a snapshot; null if the API does not return it.</summary>
    public bool? RestorePointEnabled { get; set; }

    /// <summary>Gets or sets the id of the snapshot that the machine is restored to.</summary>
    public string? RestorePointSnapshotId { get; set; }

    /// <summary>Gets or sets when the machine is restored. The only known value is <c>shutdown</c>.</summary>
    public string? RestorePointFrequency { get; set; }

    /// <summary>Gets or sets Paperspace's internal number of the machine; set in lists only.</summary>
    public long? InternalId { get; set; }

    /// <summary>Gets or sets the machine's reservation; null if there is none, or if the API does not return it.</summary>
    public MachineReservation? Reservation { get; set; }

    /// <summary>Gets or sets up to ten recent events, newest first; null in lists.</summary>
    public IReadOnlyList<MachineEvent>? Events { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Gets or sets the time when the machine was read, by the client's clock.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets the age of the machine in days at the time it was read.</summary>
    public double? AgeDays =>
        ReadAt == default || DtCreated is not { } created ? null : Math.Round((ReadAt - created).TotalDays, AgeDigits);

    /// <summary>Gets the address to connect to: the public one if there is one, otherwise the private one.</summary>
    public string? IpAddress => string.IsNullOrWhiteSpace(PublicIpAddress) ? PrivateIpAddress : PublicIpAddress;

    /// <summary>Gets whether the machine is running, with or without the Paperspace agent.</summary>
    public bool IsRunning => MachineStates.IsRunning(State);

    /// <summary>
    /// Gets whether the running hours of the machine are billed: in every state, unknown ones included, except while it is
    /// off or being deleted. Its disk, a static IP address and a flat monthly price are billed in any state.
    /// </summary>
    public bool IsBilled => MachineStates.IsBilled(State) && !IsBeingDeleted;

    /// <summary>Gets the newest event; null if the events are unknown.</summary>
    public MachineEvent? LastEvent => Events is { Count: > 0 } events ? events[0] : null;

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize(Id);

    private bool IsBeingDeleted =>
        LastEvent is { } last && last.Name.EqualsIgnoreCase(MachineEventNames.Deactivate) && MachineEventStates.IsPending(last.State);

    private static double? ToGB(long? bytes) => bytes is { } value ? Math.Round(value / BytesPerGB, 2) : null;
}

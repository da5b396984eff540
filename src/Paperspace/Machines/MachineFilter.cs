namespace Paperspace;

/// <summary>Specifies which machines to list. A filter that is set to null matches machines without a value.</summary>
public sealed class MachineFilter : OptionSet
{
    /// <summary>Gets or sets the id.</summary>
    public string? MachineId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the operating system.</summary>
    public string? Os { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the memory in bytes.</summary>
    public long? Ram { get => Get<long?>(); set => Set(value); }

    /// <summary>Gets or sets the number of CPUs.</summary>
    public int? Cpus { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets the GPU.</summary>
    public string? Gpu { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the disk size in bytes.</summary>
    public long? StorageTotal { get => Get<long?>(); set => Set(value); }

    /// <summary>Gets or sets the used disk space in bytes.</summary>
    public long? StorageUsed { get => Get<long?>(); set => Set(value); }

    /// <summary>Gets or sets the label of the usage rate.</summary>
    public string? UsageRate { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the shutdown timeout in hours.</summary>
    public int? ShutdownTimeoutInHours { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets whether snapshots are taken automatically.</summary>
    public bool? PerformAutoSnapshot { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets how often automatic snapshots are taken.</summary>
    public string? AutoSnapshotFrequency { get => Get<string>(); set => Set(KnownValues.Normalize(value, SnapshotFrequencies.Known)); }

    /// <summary>Gets or sets the number of automatic snapshots to keep.</summary>
    public int? AutoSnapshotSaveCount { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets the agent type.</summary>
    public string? AgentType { get => Get<string>(); set => Set(KnownValues.Normalize(value, AgentTypes.Known)); }

    /// <summary>Gets or sets the exact time when the machine was created.</summary>
    public DateTimeOffset? DtCreated { get => Get<DateTimeOffset?>(); set => Set(value); }

    /// <summary>Gets or sets the state.</summary>
    public string? State { get => Get<string>(); set => Set(KnownValues.Normalize(value, MachineStates.Known)); }

    /// <summary>Gets or sets whether updates are pending.</summary>
    public bool? UpdatesPending { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the private network's id.</summary>
    public string? NetworkId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the private IP address.</summary>
    public string? PrivateIpAddress { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the public IP address.</summary>
    public string? PublicIpAddress { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the region, as its full or short name.</summary>
    public string? Region { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the user's id.</summary>
    public string? UserId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the team's id.</summary>
    public string? TeamId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the script's id.</summary>
    public string? ScriptId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the exact time when the startup script last ran.</summary>
    public DateTimeOffset? DtLastRun { get => Get<DateTimeOffset?>(); set => Set(value); }

    /// <summary>Returns whether a machine matches every filter that is set. Strings are compared case-insensitively.</summary>
    public bool Matches(Machine machine)
    {
        if (machine is null) throw new ArgumentNullException(nameof(machine));
        return Values.All(option => Matches(option.Key, option.Value, Read(option.Key, machine)));
    }

    /// <summary>Returns a copy of this filter that matches only the specified machine.</summary>
    public MachineFilter WithMachine(string machineId)
    {
        var filter = new MachineFilter();
        filter.CopyFrom(this);
        filter.MachineId = machineId;
        return filter;
    }

    /// <summary>Returns a copy of this filter that matches only machines on the specified network.</summary>
    public MachineFilter WithNetwork(string networkId)
    {
        var filter = new MachineFilter();
        filter.CopyFrom(this);
        filter.NetworkId = networkId;
        return filter;
    }

    private static object? Read(string option, Machine machine) => option switch
    {
        nameof(MachineId) => machine.Id,
        nameof(Name) => machine.Name,
        nameof(Os) => machine.Os,
        nameof(Ram) => machine.Ram,
        nameof(Cpus) => machine.Cpus,
        nameof(Gpu) => machine.Gpu,
        nameof(StorageTotal) => machine.StorageTotal,
        nameof(StorageUsed) => machine.StorageUsed,
        nameof(UsageRate) => machine.UsageRate,
        nameof(ShutdownTimeoutInHours) => machine.ShutdownTimeoutInHours,
        nameof(PerformAutoSnapshot) => machine.PerformAutoSnapshot,
        nameof(AutoSnapshotFrequency) => machine.AutoSnapshotFrequency,
        nameof(AutoSnapshotSaveCount) => machine.AutoSnapshotSaveCount,
        nameof(AgentType) => machine.AgentType,
        nameof(DtCreated) => machine.DtCreated,
        nameof(State) => machine.State,
        nameof(UpdatesPending) => machine.UpdatesPending,
        nameof(NetworkId) => machine.NetworkId,
        nameof(PrivateIpAddress) => machine.PrivateIpAddress,
        nameof(PublicIpAddress) => machine.PublicIpAddress,
        nameof(Region) => machine.Region,
        nameof(UserId) => machine.UserId,
        nameof(TeamId) => machine.TeamId,
        nameof(ScriptId) => machine.ScriptId,
        nameof(DtLastRun) => machine.DtLastRun,
        _ => throw new InvalidOperationException($"There is no filter {option}."),
    };

    private static bool Matches(string option, object? wanted, object? value) =>
        (Normalize(option, wanted), Normalize(option, value)) switch
        {
            (null, var has) => has is null,
            (string expected, string has) => string.Equals(expected, has, StringComparison.OrdinalIgnoreCase),
            var (first, second) => Equals(first, second),
        };

    private static object? Normalize(string option, object? value) => (option, value) switch
    {
        (_, "") => null,
        (nameof(Region), string region) => Regions.FullName(region),
        (nameof(AutoSnapshotFrequency), string frequency) => SnapshotFrequencies.Normalize(frequency),
        // The APIs return times in milliseconds.
        (_, DateTimeOffset time) => time.ToUnixTimeMilliseconds(),
        _ => value,
    };
}

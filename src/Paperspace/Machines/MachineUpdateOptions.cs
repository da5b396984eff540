namespace Paperspace;

/// <summary>Holds what to change: the parameters of the operation update. Only what is set is sent.</summary>
public sealed class MachineUpdateOptions : OptionSet
{
    /// <summary>Gets or sets the new name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the hours after which it is shut down; null for never.</summary>
    public int? ShutdownTimeoutInHours { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets whether the shutdown timeout holds even with a client connected.</summary>
    public bool? ShutdownTimeoutForces { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets how often snapshots are taken; null for not at all.</summary>
    public string? AutoSnapshotFrequency { get => Get<string>(); set => Set(KnownValues.Normalize(value, SnapshotFrequencies.Known)); }

    /// <summary>Gets or sets how many snapshots are kept.</summary>
    public int? AutoSnapshotSaveCount { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets whether snapshots are taken by themselves.</summary>
    public bool? PerformAutoSnapshot { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a public IP address at each start and release it at each stop.</summary>
    public bool? DynamicPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a static public IP address. Not with <see cref="DynamicPublicIp"/>.</summary>
    public bool? AssignPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the machine type to change to. The machine has to be off, or its completion to be awaited: then it is stopped,
    /// and started again.</summary>
    public string? MachineType { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the size in GB to enlarge the disk to; a disk never shrinks. As with <see cref="MachineType"/>, the machine
    /// has to be off.</summary>
    public int? Size { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets the private network to move the machine to.</summary>
    public string? NetworkId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the script that the machine runs from its next start on; null for none.</summary>
    public string? ScriptId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether the machine is restored to a snapshot.</summary>
    public bool? RestorePointEnabled { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets when it is restored; see <see cref="RestorePointFrequencies"/>.</summary>
    public string? RestorePointFrequency { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the snapshot it is restored to.</summary>
    public string? RestorePointSnapshotId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets whether the machine's type or its disk is to be changed.</summary>
    public bool IsResize => IsSet(nameof(MachineType)) || IsSet(nameof(Size));

    /// <summary>Checks the rules of the reference that can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameters.</exception>
    public void Validate()
    {
        if (Values.Count == 0)
            throw PaperspaceException.InvalidRequest("Nothing to change: give at least one setting, such as Name.");
        if (IsSet(nameof(Name)) && string.IsNullOrWhiteSpace(Name))
            throw PaperspaceException.InvalidRequest("Name is empty: give a new name, or leave it out.", nameof(Name));
        foreach (
            var (option, value) in new[]
            {
                (nameof(ShutdownTimeoutInHours), ShutdownTimeoutInHours),
                (nameof(AutoSnapshotSaveCount), AutoSnapshotSaveCount),
            })
            if (value < 0)
                throw PaperspaceException.InvalidRequest(FormattableString.Invariant($"{option} {value} is below 0."), option);
        if (AssignPublicIp == true && DynamicPublicIp == true)
            throw PaperspaceException.InvalidRequest(
                "AssignPublicIp and DynamicPublicIp cannot be used together. Choose one.", nameof(AssignPublicIp), nameof(DynamicPublicIp));
        if (IsSet(nameof(Size)) && Size is not > 0)
            throw PaperspaceException.InvalidRequest("Size is the disk's size in GB, a number above 0.", nameof(Size));
        foreach (var text in new[] { nameof(MachineType), nameof(NetworkId) })
            if (IsSet(text) && string.IsNullOrWhiteSpace(Get<string>(text)))
                throw PaperspaceException.InvalidRequest($"{text} is empty. Leave it out to keep what it is.", text);
    }
}

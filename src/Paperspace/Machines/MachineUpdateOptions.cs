namespace Paperspace;

/// <summary>Specifies the changes to a machine. Only properties that are set are sent.</summary>
public sealed class MachineUpdateOptions : OptionSet
{
    /// <summary>Gets or sets the new name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the number of hours without a login after which the machine is shut down; null for never.</summary>
    public int? ShutdownTimeoutInHours { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets whether the shutdown timeout applies even while a client is connected.</summary>
    public bool? ShutdownTimeoutForces { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets how often automatic snapshots are taken, see <see cref="SnapshotFrequencies"/>; null for never.</summary>
    public string? AutoSnapshotFrequency { get => Get<string>(); set => Set(KnownValues.Normalize(value, SnapshotFrequencies.Known)); }

    /// <summary>Gets or sets the number of automatic snapshots to keep.</summary>
    public int? AutoSnapshotSaveCount { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets whether snapshots are taken automatically.</summary>
    public bool? PerformAutoSnapshot { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a public IP address at each start and release it at each stop.</summary>
    public bool? DynamicPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a static public IP address. Cannot be combined with <see cref="DynamicPublicIp"/>.</summary>
    public bool? AssignPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>
    /// Gets or sets the machine type to change to. The machine must be off, unless the caller waits for completion:
    /// then it is stopped and started again.
    /// </summary>
    public string? MachineType { get => Get<string>(); set => Set(value); }

    /// <summary>
    /// Gets or sets the size in GB to enlarge the disk to; a disk cannot shrink. The machine must be off, as for
    /// <see cref="MachineType"/>.
    /// </summary>
    public int? Size { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets the id of the private network to move the machine to.</summary>
    public string? NetworkId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the startup script, which takes effect at the next start; null for none.</summary>
    public string? ScriptId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether the machine is restored to a snapshot.</summary>
    public bool? RestorePointEnabled { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets when the machine is restored; see <see cref="RestorePointFrequencies"/>.</summary>
    public string? RestorePointFrequency { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the snapshot that the machine is restored to.</summary>
    public string? RestorePointSnapshotId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets whether the update changes the machine type or the disk size.</summary>
    public bool IsResize => IsSet(nameof(MachineType)) || IsSet(nameof(Size));

    /// <summary>Checks the options against the documented rules. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameters.</exception>
    public void Validate()
    {
        if (Values.Count == 0)
            throw PaperspaceException.InvalidRequest("Nothing to change. Specify at least one setting, such as Name.");
        if (IsSet(nameof(Name)) && string.IsNullOrWhiteSpace(Name))
            throw PaperspaceException.InvalidRequest("Name is empty. Specify a value or omit it.", nameof(Name));
        foreach (
            var (option, value) in new[]
            {
                (nameof(ShutdownTimeoutInHours), ShutdownTimeoutInHours),
                (nameof(AutoSnapshotSaveCount), AutoSnapshotSaveCount),
            })
            if (value < 0)
                throw PaperspaceException.InvalidRequest(
                    FormattableString.Invariant($"{option} must be 0 or greater, not {value}."), option);
        if (AssignPublicIp == true && DynamicPublicIp == true)
            throw PaperspaceException.InvalidRequest(
                "AssignPublicIp and DynamicPublicIp cannot be used together. Specify one of them.",
                nameof(AssignPublicIp),
                nameof(DynamicPublicIp));
        if (IsSet(nameof(Size)) && Size is not > 0)
            throw PaperspaceException.InvalidRequest("Size is the disk size in GB and must be greater than 0.", nameof(Size));
        foreach (var option in new[] { nameof(MachineType), nameof(NetworkId) })
            if (IsSet(option) && string.IsNullOrWhiteSpace(Get<string>(option)))
                throw PaperspaceException.InvalidRequest($"{option} is empty. Specify a value or omit it.", option);
    }
}

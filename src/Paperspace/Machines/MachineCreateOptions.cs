namespace Paperspace;

/// <summary>Specifies a machine to create. Only properties that are set are sent.</summary>
public sealed class MachineCreateOptions : OptionSet
{
    private static IReadOnlyList<string> NewUser { get; } = [nameof(Email), nameof(Password), nameof(FirstName), nameof(LastName)];

    /// <summary>Gets or sets the region, as its full or short name.</summary>
    public string? Region { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the machine type; see <see cref="MachineTypes"/>.</summary>
    public string? MachineType { get => Get<string>(); set => Set(KnownValues.Normalize(value, MachineTypes.Known)); }

    /// <summary>Gets or sets the disk size in GB.</summary>
    public int? Size { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets the billing type; see <see cref="BillingTypes"/>. The default is hourly.</summary>
    public string? BillingType { get => Get<string>(); set => Set(KnownValues.Normalize(value, BillingTypes.Known)); }

    /// <summary>Gets or sets the name of the machine.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the template to create it from.</summary>
    public string? TemplateId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the team that the machine belongs to.</summary>
    public string? TeamId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a static public IP address. Cannot be combined with <see cref="DynamicPublicIp"/>.</summary>
    public bool? AssignPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a public IP address at each start and release it at each stop.</summary>
    public bool? DynamicPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to start the machine after it is created. The API's default is true.</summary>
    public bool? StartOnCreate { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the id of the private network.</summary>
    public string? NetworkId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the startup script.</summary>
    public string? ScriptId { get => Get<string>(); set => Set(value); }

    /// <summary>
    /// Gets or sets the id of the existing user that the machine is for. Cannot be combined with the four properties of
    /// a new user.
    /// </summary>
    public string? UserId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the email address of a new user to create for the machine.</summary>
    public string? Email { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the new user's password.</summary>
    public string? Password { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the new user's first name.</summary>
    public string? FirstName { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the new user's last name.</summary>
    public string? LastName { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the email address to notify when the machine is ready.</summary>
    public string? NotificationEmail { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether to take a snapshot at the first boot.</summary>
    public bool? TakeInitialSnapshot { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether the machine is restored to that snapshot.</summary>
    public bool? MarkSnapshotAsRestorePoint { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets when the machine is restored; see <see cref="RestorePointFrequencies"/>.</summary>
    public string? RestorePointFrequency { get => Get<string>(); set => Set(KnownValues.Normalize(value, RestorePointFrequencies.Known)); }

    /// <summary>Gets or sets whether to enable NVLink on machine types that support it.</summary>
    public bool? EnableNvlink { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the ids of users who get access to the machine, in addition to <see cref="UserId"/>.</summary>
    public IReadOnlyList<string>? AccessorIds { get => Get<IReadOnlyList<string>>(); set => Set(value); }

    /// <summary>Gets or sets whether the machine's password is sent by email.</summary>
    public bool? EmailPassword { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the number of hours without a login after which the machine is shut down.</summary>
    public int? ShutdownTimeoutInHours { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets whether the shutdown timeout applies even while a client is connected.</summary>
    public bool? ShutdownTimeoutForces { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether snapshots are taken automatically.</summary>
    public bool? PerformAutoSnapshot { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets how often automatic snapshots are taken; see <see cref="SnapshotFrequencies"/>.</summary>
    public string? AutoSnapshotFrequency { get => Get<string>(); set => Set(KnownValues.Normalize(value, SnapshotFrequencies.Known)); }

    /// <summary>Gets or sets the number of automatic snapshots to keep.</summary>
    public int? AutoSnapshotSaveCount { get => Get<int?>(); set => Set(value); }

    /// <summary>
    /// Gets whether the machine type works with some operating systems only, so that <see cref="Validate"/> needs the
    /// template.
    /// </summary>
    public bool DependsOnTemplateOs => IsOneOf(MachineTypes.Cpu) || IsOneOf(MachineTypes.Grid);

    /// <summary>Returns a copy of these options with another machine type and region.</summary>
    /// <param name="machineType">The machine type.</param>
    /// <param name="region">The region, as its full or short name.</param>
    public MachineCreateOptions For(string machineType, string region)
    {
        var options = new MachineCreateOptions();
        options.CopyFrom(this);
        options.MachineType = machineType;
        options.Region = region;
        return options;
    }

    /// <summary>Checks the options against the documented rules. Sends nothing.</summary>
    /// <param name="template">The template; null if it is unknown.</param>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameters.</exception>
    public void Validate(Template? template = null)
    {
        foreach (var required in new[] { nameof(Region), nameof(MachineType), nameof(Name), nameof(TemplateId) })
            if (string.IsNullOrWhiteSpace(Get<string>(required)))
                throw Invalid($"{required} is missing. A machine needs a region, type, size, name and template.", required);
        if (IsSet(nameof(BillingType)) && string.IsNullOrWhiteSpace(BillingType))
            throw Invalid($"BillingType is empty. Specify a value, or omit it for '{BillingTypes.Hourly}'.", nameof(BillingType));
        if (Size is not > 0) throw Invalid("Size is the disk size in GB and must be greater than 0.", nameof(Size));
        if (AssignPublicIp == true && DynamicPublicIp == true)
            throw Invalid(
                "AssignPublicIp and DynamicPublicIp cannot be used together. Specify one of them.",
                nameof(AssignPublicIp),
                nameof(DynamicPublicIp));
        foreach (
            var (option, value) in new[]
            {
                (nameof(ShutdownTimeoutInHours), ShutdownTimeoutInHours),
                (nameof(AutoSnapshotSaveCount), AutoSnapshotSaveCount),
            })
            if (value < 0)
                throw Invalid(FormattableString.Invariant($"{option} must be 0 or greater, not {value}."), option);
        ValidateUser();
        ValidateRestorePoint();
        if (template is not null) ValidateTemplate(template);
    }

    private void ValidateUser()
    {
        var specified = NewUser.Where(IsSet).ToArray();
        if (specified.Length == 0) return;
        if (IsSet(nameof(UserId)))
            throw Invalid(
                $"Specify either UserId, for an existing user, or {string.Join(", ", specified)}, for a new one.",
                [nameof(UserId), .. specified]);
        var missing = NewUser.Except(specified).ToArray();
        if (missing.Length > 0)
            throw Invalid($"A new user needs Email, Password, FirstName and LastName. Missing: {string.Join(", ", missing)}.", missing);
    }

    private void ValidateRestorePoint()
    {
        if (MarkSnapshotAsRestorePoint != true || (TakeInitialSnapshot == true && !string.IsNullOrEmpty(RestorePointFrequency))) return;
        throw Invalid(
            $"MarkSnapshotAsRestorePoint requires TakeInitialSnapshot and RestorePointFrequency ('{RestorePointFrequencies.Shutdown}').",
            nameof(MarkSnapshotAsRestorePoint), nameof(TakeInitialSnapshot), nameof(RestorePointFrequency));
    }

    private void ValidateTemplate(Template template)
    {
        if (template.IsWindows && IsOneOf(MachineTypes.Cpu))
            throw Invalid(
                $"MachineType '{MachineType}' has no GPU and cannot run TemplateId '{template.Id}' ({template.Os}). Windows templates "
                    + "need a GPU type.",
                nameof(MachineType),
                nameof(TemplateId));
        if (template.IsUbuntu && IsOneOf(MachineTypes.Grid))
            throw Invalid(
                $"MachineType '{MachineType}' has a GRID GPU and cannot run TemplateId '{template.Id}' ({template.Os}). Ubuntu templates "
                    + "need a C or a dedicated GPU type.",
                nameof(MachineType),
                nameof(TemplateId));
    }

    private bool IsOneOf(IReadOnlyList<string> types) => types.Contains(MachineType, StringComparer.OrdinalIgnoreCase);

    private static PaperspaceException Invalid(string message, params string[] parameters) =>
        PaperspaceException.InvalidRequest(message, parameters);
}

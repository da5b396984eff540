namespace Paperspace;

/// <summary>Describes a machine to create. Only what is set is sent.</summary>
public sealed class MachineCreateOptions : OptionSet
{
    private static IReadOnlyList<string> NewUser { get; } = [nameof(Email), nameof(Password), nameof(FirstName), nameof(LastName)];

    /// <summary>Gets or sets the region, by its full or short name.</summary>
    public string? Region { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the machine type; see <see cref="MachineTypes"/>.</summary>
    public string? MachineType { get => Get<string>(); set => Set(KnownValues.Normalize(value, MachineTypes.Known)); }

    /// <summary>Gets or sets the disk's size in GB.</summary>
    public int? Size { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets how it is billed; see <see cref="BillingTypes"/>. Hourly unless it is set.</summary>
    public string? BillingType { get => Get<string>(); set => Set(KnownValues.Normalize(value, BillingTypes.Known)); }

    /// <summary>Gets or sets a name to remember it by.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the id of the template to create it from.</summary>
    public string? TemplateId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the team it is for.</summary>
    public string? TeamId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a static public IP address. Not with <see cref="DynamicPublicIp"/>.</summary>
    public bool? AssignPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to assign a public IP address at each start and release it at each stop.</summary>
    public bool? DynamicPublicIp { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether to start it once it is created; the API's default is true.</summary>
    public bool? StartOnCreate { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the private network to put it on.</summary>
    public string? NetworkId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the script to run when it starts.</summary>
    public string? ScriptId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the existing user it is for. Not with the four fields of a new user.</summary>
    public string? UserId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the e-mail address of a new user to create for it.</summary>
    public string? Email { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the new user's password.</summary>
    public string? Password { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the new user's first name.</summary>
    public string? FirstName { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the new user's last name.</summary>
    public string? LastName { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets where to send a note when it is ready.</summary>
    public string? NotificationEmail { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets whether to take a snapshot at the first boot.</summary>
    public bool? TakeInitialSnapshot { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether that snapshot is what the machine is restored to.</summary>
    public bool? MarkSnapshotAsRestorePoint { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets when it is restored; see <see cref="RestorePointFrequencies"/>.</summary>
    public string? RestorePointFrequency { get => Get<string>(); set => Set(KnownValues.Normalize(value, RestorePointFrequencies.Known)); }

    /// <summary>Gets or sets whether to enable NVLink on types that have it.</summary>
    public bool? EnableNvlink { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the users who get access to it, beside <see cref="UserId"/>.</summary>
    public IReadOnlyList<string>? AccessorIds { get => Get<IReadOnlyList<string>>(); set => Set(value); }

    /// <summary>Gets or sets whether its password is sent by e-mail.</summary>
    public bool? EmailPassword { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets the hours after which it is shut down.</summary>
    public int? ShutdownTimeoutInHours { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets or sets whether the shutdown timeout holds even with a client connected.</summary>
    public bool? ShutdownTimeoutForces { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets whether snapshots are taken by themselves.</summary>
    public bool? PerformAutoSnapshot { get => Get<bool?>(); set => Set(value); }

    /// <summary>Gets or sets how often snapshots are taken.</summary>
    public string? AutoSnapshotFrequency { get => Get<string>(); set => Set(KnownValues.Normalize(value, SnapshotFrequencies.Known)); }

    /// <summary>Gets or sets how many snapshots are kept.</summary>
    public int? AutoSnapshotSaveCount { get => Get<int?>(); set => Set(value); }

    /// <summary>Gets whether the reference has a rule about this machine type that depends on the template's operating system.</summary>
    public bool DependsOnTemplateOs => IsOneOf(MachineTypes.Cpu) || IsOneOf(MachineTypes.Grid);

    /// <summary>Returns the same options for a machine of another type or in another region.</summary>
    /// <param name="machineType">The machine type.</param>
    /// <param name="region">The region, by its full or short name.</param>
    public MachineCreateOptions For(string machineType, string region)
    {
        var options = new MachineCreateOptions();
        options.CopyFrom(this);
        options.MachineType = machineType;
        options.Region = region;
        return options;
    }

    /// <summary>Checks the rules of the reference that can be known before sending.</summary>
    /// <param name="template">The template, where it is known.</param>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameters.</exception>
    public void Validate(Template? template = null)
    {
        foreach (var required in new[] { nameof(Region), nameof(MachineType), nameof(Name), nameof(TemplateId) })
            if (string.IsNullOrWhiteSpace(Get<string>(required)))
                throw Invalid($"{required} is missing: a machine needs a region, type, size, name and template.", required);
        if (IsSet(nameof(BillingType)) && string.IsNullOrWhiteSpace(BillingType))
            throw Invalid($"BillingType is empty. Leave it out for '{BillingTypes.Hourly}'.", nameof(BillingType));
        if (Size is not > 0) throw Invalid("Size is the disk's size in GB, a number above 0.", nameof(Size));
        if (AssignPublicIp == true && DynamicPublicIp == true)
            throw Invalid(
                "AssignPublicIp and DynamicPublicIp cannot be used together. Choose one.",
                nameof(AssignPublicIp),
                nameof(DynamicPublicIp));
        foreach (
            var (option, value) in new[]
            {
                (nameof(ShutdownTimeoutInHours), ShutdownTimeoutInHours),
                (nameof(AutoSnapshotSaveCount), AutoSnapshotSaveCount),
            })
            if (value < 0)
                throw Invalid(FormattableString.Invariant($"{option} {value} is below 0."), option);
        ValidateUser();
        ValidateRestorePoint();
        if (template is not null) ValidateTemplate(template);
    }

    private void ValidateUser()
    {
        var given = NewUser.Where(IsSet).ToArray();
        if (given.Length == 0) return;
        if (IsSet(nameof(UserId)))
            throw Invalid($"UserId means an existing user, {string.Join(", ", given)} a new one. Choose one.", [nameof(UserId), .. given]);
        var missing = NewUser.Except(given).ToArray();
        if (missing.Length > 0)
            throw Invalid($"A new user needs Email, Password, FirstName and LastName; missing: {string.Join(", ", missing)}.", missing);
    }

    private void ValidateRestorePoint()
    {
        if (MarkSnapshotAsRestorePoint != true || (TakeInitialSnapshot == true && !string.IsNullOrEmpty(RestorePointFrequency))) return;
        throw Invalid(
            $"MarkSnapshotAsRestorePoint needs TakeInitialSnapshot and RestorePointFrequency ('{RestorePointFrequencies.Shutdown}').",
            nameof(MarkSnapshotAsRestorePoint), nameof(TakeInitialSnapshot), nameof(RestorePointFrequency));
    }

    private void ValidateTemplate(Template template)
    {
        if (template.IsWindows && IsOneOf(MachineTypes.Cpu))
            throw Invalid(
                $"MachineType '{MachineType}' has no GPU and cannot run TemplateId '{template.Id}' ({template.Os}): Windows templates "
                    + "need a GPU type.",
                nameof(MachineType),
                nameof(TemplateId));
        if (template.IsUbuntu && IsOneOf(MachineTypes.Grid))
            throw Invalid(
                $"MachineType '{MachineType}' has a GRID GPU and cannot run TemplateId '{template.Id}' ({template.Os}): Ubuntu templates "
                    + "need a C or a dedicated GPU type.",
                nameof(MachineType),
                nameof(TemplateId));
    }

    private bool IsOneOf(IReadOnlyList<string> types) => types.Contains(MachineType, StringComparer.OrdinalIgnoreCase);

    private static PaperspaceException Invalid(string message, params string[] parameters) =>
        PaperspaceException.InvalidRequest(message, parameters);
}

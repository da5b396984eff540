namespace Paperspace.Simulator;

/// <summary>What a create asks for, checked against the documented rules.</summary>
internal sealed class MachineOrder
{
    private const int SmallestSize = 50;
    private const int LargestSize = 2000;
    private static readonly string[] NewUserParameters = ["email", "password", "firstName", "lastName"];
    private readonly BodyParameters _body;

    public MachineOrder(BodyParameters body)
    {
        _body = body;
        Region = body.RequiredText("region");
        var type = body.RequiredText("machineType");
        Size = body.Count("size") ?? throw Rejection.MissingParameter("size");
        BillingType = body.RequiredText("billingType");
        Name = body.RequiredText("machineName");
        TemplateId = body.RequiredText("templateId");
        TeamId = body.Text("teamId");
        UserId = body.Text("userId");
        NetworkId = body.Text("networkId");
        ScriptId = body.Text("scriptId");
        RestorePointFrequency = body.Text("restorePointFrequency");
        HasStaticIp = body.Flag("assignPublicIp") ?? false;
        HasDynamicIp = body.Flag("dynamicPublicIp") ?? false;
        Starts = body.Flag("startOnCreate") ?? true;
        TakesSnapshot = body.Flag("takeInitialSnapshot") ?? false;
        body.Text("notificationEmail");
        body.Flag("enableNvlink");

        if (!Regions.Has(Region))
            throw Rejection.Invalid("region not found");
        Type = MachineTypes.Find(type) ?? throw Rejection.Invalid("machineType not found");
        if (Size is < SmallestSize or > LargestSize)
            throw Rejection.WrongType("size", $"a number from {SmallestSize} to {LargestSize}");
        if (BillingType is not ("hourly" or "monthly"))
            throw Rejection.WrongType("billingType", "either 'monthly' or 'hourly'");
        if (HasStaticIp && HasDynamicIp)
            throw Rejection.Invalid("Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");
        CheckUser();
        CheckSnapshots(body.Flag("markSnapshotAsRestorePoint") ?? false);
    }

    public string Region { get; }

    public MachineType Type { get; }

    public int Size { get; }

    public string BillingType { get; }

    public string Name { get; }

    public string TemplateId { get; }

    public string? TeamId { get; }

    public string? UserId { get; }

    public string? NetworkId { get; }

    public string? ScriptId { get; }

    public string? RestorePointFrequency { get; }

    public bool HasStaticIp { get; }

    public bool HasDynamicIp { get; }

    public bool Starts { get; }

    public bool TakesSnapshot { get; }

    /// <summary>The id of the user that the order makes; null when it makes none.</summary>
    public string? NewUserId(Account account, DateTimeOffset now)
    {
        if (_body.Text("email") is not { } email)
            return null;
        var (first, last) = (_body.RequiredText("firstName"), _body.RequiredText("lastName"));
        return account.Users.FindOrAdd(email, first, last, account.Chance, now).Id;
    }

    public void CheckTemplate(Template template)
    {
        if (template.IsWindows && Type.IsCpuOnly)
            throw Rejection.Invalid($"Windows templates cannot be used to create machineType '{Type.Name}'");
        if (template.IsUbuntu && Type.IsGrid)
            throw Rejection.Invalid($"Ubuntu templates cannot be used to create machineType '{Type.Name}'");
    }

    private void CheckUser()
    {
        var given = NewUserParameters.Where(name => _body.Text(name) is not null).ToList();
        if (given.Count == 0)
            return;
        if (UserId is not null)
            throw Rejection.Invalid($"Parameter `userId` cannot be used with `{given[0]}`");
        if (given.Count < NewUserParameters.Length)
            throw Rejection.MissingParameter(NewUserParameters.Except(given).First());
    }

    private void CheckSnapshots(bool marksRestorePoint)
    {
        if (RestorePointFrequency is not (null or "shutdown"))
            throw Rejection.WrongType("restorePointFrequency", "'shutdown'");
        if (marksRestorePoint && !TakesSnapshot)
            throw Rejection.Invalid("Parameter `markSnapshotAsRestorePoint` requires `takeInitialSnapshot`");
        if (marksRestorePoint && RestorePointFrequency is null)
            throw Rejection.Invalid("Parameter `markSnapshotAsRestorePoint` requires `restorePointFrequency`");
    }
}

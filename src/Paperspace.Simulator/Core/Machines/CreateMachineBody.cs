namespace Paperspace.Simulator.Core;

/// <summary>Reads the body of a create, by the documented rules.</summary>
internal sealed class CreateMachineBody
{
    private const int SmallestSize = 50;
    private const int LargestSize = 2000;
    private static readonly string[] NewUserParameters = ["email", "password", "firstName", "lastName"];
    private readonly CoreBody _body;
    private readonly string _region;
    private readonly SimulatedMachineType _type;
    private readonly int _size;
    private readonly SimulatedBillingType _billingType;
    private readonly string _name;
    private readonly string _templateId;
    private readonly string? _userId;
    private readonly RestorePointFrequency? _restorePointFrequency;
    private readonly SimulatedPublicIpType _publicIpType;
    private readonly bool _takesSnapshot;

    public CreateMachineBody(CoreBody body)
    {
        _body = body;
        var region = body.RequiredText("region");
        var type = body.RequiredText("machineType");
        _size = body.Count("size") ?? throw CoreErrors.MissingParameter("size");
        var billingType = body.RequiredText("billingType");
        _name = body.RequiredText("machineName");
        _templateId = body.RequiredText("templateId");
        _userId = body.Text("userId");
        _takesSnapshot = body.Flag("takeInitialSnapshot") ?? false;
        _publicIpType = ReadPublicIpType();
        CheckTypes();

        _region = CoreRegions.Parse(region);
        _type = SimulatedMachineTypeCatalog.Find(type) ?? throw CoreErrors.Invalid("machineType not found");
        if (_size is < SmallestSize or > LargestSize)
            throw CoreErrors.WrongType("size", $"a number from {SmallestSize} to {LargestSize}");
        _billingType = ParseBillingType(billingType);
        CheckUser();
        _restorePointFrequency = CoreFrequencies.ParseRestorePoint(body.Text("restorePointFrequency"));
        CheckRestorePoint();
    }

    /// <summary>Returns the machine that is to be created, and adds the user for whom it is when that is a new one.</summary>
    public MachineSpecification ToSpecification(SimulatedAccount account, DateTimeOffset now)
    {
        // The new user is made before the machine is, and stays when the machine is then refused.
        var userId = _userId ?? AddUser(account, now);
        var template = account.Templates.Find(_templateId) ?? throw CoreErrors.Invalid("templateId not found");
        if (!_type.Runs(template))
            throw CoreErrors.Invalid(
                $"{(template.IsWindows ? "Windows" : "Ubuntu")} templates cannot be used to create machineType '{_type.Name}'");
        return new MachineSpecification
        {
            Name = _name,
            Template = template,
            Region = _region,
            Hardware = new(_type, _size),
            BillingType = _billingType,
            UserId = userId,
            TeamId = _body.Text("teamId"),
            NetworkId = _body.Text("networkId"),
            ScriptId = _body.Text("scriptId"),
            PublicIpType = _publicIpType,
            Starts = _body.Flag("startOnCreate") ?? true,
            TakesInitialSnapshot = _takesSnapshot,
            RestorePointEnabled = _body.Flag("markSnapshotAsRestorePoint") == true,
            RestorePointFrequency = _restorePointFrequency,
        };
    }

    private static SimulatedBillingType ParseBillingType(string text) => text switch
    {
        "hourly" => SimulatedBillingType.Hourly,
        "monthly" => SimulatedBillingType.Monthly,
        _ => throw CoreErrors.WrongType("billingType", "either 'monthly' or 'hourly'"),
    };

    private SimulatedPublicIpType ReadPublicIpType()
    {
        var isStatic = _body.Flag("assignPublicIp") ?? false;
        var isDynamic = _body.Flag("dynamicPublicIp") ?? false;
        if (isStatic && isDynamic)
            throw CoreErrors.Invalid("Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");
        return isStatic ? SimulatedPublicIpType.Static : isDynamic ? SimulatedPublicIpType.Dynamic : SimulatedPublicIpType.None;
    }

    // Every parameter is checked before the first of them takes effect, those that nothing here depends on included.
    private void CheckTypes()
    {
        foreach (var name in (string[])["teamId", "networkId", "scriptId", "notificationEmail"])
            _body.Text(name);
        foreach (var name in (string[])["startOnCreate", "enableNvlink"])
            _body.Flag(name);
    }

    private void CheckUser()
    {
        var given = NewUserParameters.Where(name => _body.Text(name) is not null).ToList();
        if (given.Count == 0)
            return;
        if (_userId is not null)
            throw CoreErrors.Invalid($"Parameter `userId` cannot be used with `{given[0]}`");
        if (given.Count < NewUserParameters.Length)
            throw CoreErrors.MissingParameter(NewUserParameters.Except(given).First());
    }

    private void CheckRestorePoint()
    {
        if (_body.Flag("markSnapshotAsRestorePoint") != true)
            return;
        if (!_takesSnapshot)
            throw CoreErrors.Invalid("Parameter `markSnapshotAsRestorePoint` requires `takeInitialSnapshot`");
        if (_restorePointFrequency is null)
            throw CoreErrors.Invalid("Parameter `markSnapshotAsRestorePoint` requires `restorePointFrequency`");
    }

    private string? AddUser(SimulatedAccount account, DateTimeOffset now)
    {
        if (_body.Text("email") is not { } email)
            return null;
        var (first, last) = (_body.RequiredText("firstName"), _body.RequiredText("lastName"));
        return account.Users.FindOrAdd(email, first, last, account.Random, now).Id;
    }
}

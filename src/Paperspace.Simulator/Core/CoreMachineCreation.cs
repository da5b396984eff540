namespace Paperspace.Simulator;

/// <summary>Reads the body of a create request on the Core API by the documented rules.</summary>
internal static class CoreMachineCreation
{
    private const int MinSize = 50;
    private const int MaxSize = 2000;
    private static readonly string[] NewUserParameters = ["email", "password", "firstName", "lastName"];

    /// <summary>Returns the machine to create. Adds its user if that is a new one.</summary>
    public static MachineSpecification Read(CoreRequest request)
    {
        var body = request.Body;
        var regionName = body.RequiredString("region");
        var typeName = body.RequiredString("machineType");
        var size = body.Count("size") ?? throw CoreErrors.MissingParameter("size");
        var billingTypeName = body.RequiredString("billingType");
        var name = body.RequiredString("machineName");
        var templateId = body.RequiredString("templateId");
        var userId = body.String("userId");
        var takesSnapshot = body.Boolean("takeInitialSnapshot") ?? false;
        var publicIpType = ReadPublicIpType(body);
        CheckTypes(body);

        var region = CoreSpellings.ParseRegion(regionName);
        var type = SimulatedMachineTypeCatalog.Find(typeName) ?? throw CoreErrors.Invalid("machineType not found");
        if (size is < MinSize or > MaxSize) throw CoreErrors.WrongType("size", $"a number from {MinSize} to {MaxSize}");
        var billingType = CoreSpellings.BillingType.Parse(billingTypeName)
            ?? throw CoreErrors.WrongType("billingType", "either 'monthly' or 'hourly'");
        CheckUser(body, userId);
        var restorePointFrequency = body.OneOf("restorePointFrequency", CoreSpellings.RestorePointFrequency, "'shutdown'");
        var hasRestorePoint = body.Boolean("markSnapshotAsRestorePoint") == true;
        if (hasRestorePoint && !takesSnapshot)
            throw CoreErrors.Invalid("Parameter `markSnapshotAsRestorePoint` requires `takeInitialSnapshot`");
        if (hasRestorePoint && restorePointFrequency is null)
            throw CoreErrors.Invalid("Parameter `markSnapshotAsRestorePoint` requires `restorePointFrequency`");

        // A new user is created first, and stays if the machine is then rejected.
        userId ??= AddUser(request);
        var template = request.Account.Templates.Find(templateId) ?? throw CoreErrors.Invalid("templateId not found");
        if (!type.Runs(template))
            throw CoreErrors.Invalid(
                $"{(template.IsWindows ? "Windows" : "Ubuntu")} templates cannot be used to create machineType '{type.Name}'");
        return new MachineSpecification
        {
            Name = name,
            Template = template,
            Region = region,
            Hardware = new(type, size),
            BillingType = billingType,
            UserId = userId,
            TeamId = body.String("teamId"),
            NetworkId = body.String("networkId"),
            ScriptId = body.String("scriptId"),
            PublicIpType = publicIpType,
            Starts = body.Boolean("startOnCreate") ?? true,
            TakesInitialSnapshot = takesSnapshot,
            RestorePointEnabled = hasRestorePoint,
            RestorePointFrequency = restorePointFrequency,
        };
    }

    private static SimulatedPublicIpType ReadPublicIpType(CoreBody body)
    {
        var isStatic = body.Boolean("assignPublicIp") ?? false;
        var isDynamic = body.Boolean("dynamicPublicIp") ?? false;
        if (isStatic && isDynamic) throw CoreErrors.Invalid("Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");
        return isStatic ? SimulatedPublicIpType.Static : isDynamic ? SimulatedPublicIpType.Dynamic : SimulatedPublicIpType.None;
    }

    // Every parameter is checked before any takes effect, including unused ones.
    private static void CheckTypes(CoreBody body)
    {
        foreach (var name in (string[])["teamId", "networkId", "scriptId", "notificationEmail"]) body.String(name);
        foreach (var name in (string[])["startOnCreate", "enableNvlink"]) body.Boolean(name);
    }

    private static void CheckUser(CoreBody body, string? userId)
    {
        var specified = NewUserParameters.Where(name => body.String(name) is not null).ToList();
        if (specified.Count == 0) return;
        if (userId is not null) throw CoreErrors.Invalid($"Parameter `userId` cannot be used with `{specified[0]}`");
        if (specified.Count < NewUserParameters.Length) throw CoreErrors.MissingParameter(NewUserParameters.Except(specified).First());
    }

    private static string? AddUser(CoreRequest request)
    {
        var (body, account) = (request.Body, request.Account);
        if (body.String("email") is not { } email) return null;
        var (first, last) = (body.RequiredString("firstName"), body.RequiredString("lastName"));
        return account.Users.FindOrAdd(email, first, last, account.Random, request.Now).Id;
    }
}

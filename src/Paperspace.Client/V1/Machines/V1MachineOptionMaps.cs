using System.Collections.ObjectModel;

namespace Paperspace.Client;

/// <summary>Maps machine options and filters to the V1 API's fields.</summary>
internal static class V1MachineOptionMaps
{
    /// <summary>The field for static and dynamic public IP addresses.</summary>
    public const string PublicIpType = "publicIpType";

    private const string NoNewUser = "Invite the user to the team in the Paperspace console, and specify the id as UserId.";
    private const string ShutdownEnabled = "autoShutdownEnabled";

    public static OptionMap<MachineCreateOptions> Create { get; } = new OptionMap<MachineCreateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.MachineType, "machineType")
        .Map(it => it.TemplateId, "templateId")
        .Map(it => it.Size, "diskSize")
        .Map(it => it.Region, "region", V1RegionNames.ToRequest)
        .Map(it => it.NetworkId, "networkId")
        .Map(it => it.AssignPublicIp, [PublicIpType], it => ToPublicIpType(it.AssignPublicIp, it.DynamicPublicIp))
        .Map(it => it.DynamicPublicIp, [PublicIpType], it => ToPublicIpType(it.AssignPublicIp, it.DynamicPublicIp))
        .Map(it => it.StartOnCreate, "startOnCreate")
        .Map(it => it.ScriptId, "startupScriptId")
        .Map(it => it.UserId, ["accessorIds"], ToAccessors)
        .Map(it => it.AccessorIds, ["accessorIds"], ToAccessors)
        .Map(it => it.EmailPassword, "emailPassword")
        .Map(it => it.ShutdownTimeoutInHours, [ShutdownEnabled, "autoShutdownTimeout"], it => ToShutdown(it.ShutdownTimeoutInHours))
        .Map(it => it.ShutdownTimeoutForces, "autoShutdownForce")
        .Map(it => it.PerformAutoSnapshot, "autoSnapshotEnabled")
        .Map(it => it.AutoSnapshotFrequency, "autoSnapshotFrequency", frequency => frequency is null ? null : ToFrequency(frequency))
        .Map(it => it.AutoSnapshotSaveCount, "autoSnapshotSaveCount")
        .Map(it => it.TakeInitialSnapshot, "takeInitialSnapshot")
        .Map(it => it.MarkSnapshotAsRestorePoint, "restorePointEnabled")
        .Map(it => it.RestorePointFrequency, "restorePointFrequency")
        .Map(it => it.EnableNvlink, "enableNvlink")
        .Map(it => it.BillingType, [], ToBilling)
        .Unsupported(it => it.TeamId, "A key belongs to one team. Use a key of the other team.")
        .Unsupported(it => it.Email, NoNewUser)
        .Unsupported(it => it.Password, NoNewUser)
        .Unsupported(it => it.FirstName, NoNewUser)
        .Unsupported(it => it.LastName, NoNewUser)
        .Unsupported(it => it.NotificationEmail, "Wait for the machine and send the notification from a script.");

    public static OptionMap<MachineUpdateOptions> Update { get; } = new OptionMap<MachineUpdateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.MachineType, "machineType")
        .Map(it => it.Size, "diskSize")
        .Map(it => it.NetworkId, "networkId")
        // Scripts are assigned with separate requests.
        .Map(it => it.ScriptId, [], _ => [])
        .Map(it => it.AssignPublicIp, [PublicIpType], it => ToPublicIpType(it.AssignPublicIp, it.DynamicPublicIp))
        .Map(it => it.DynamicPublicIp, [PublicIpType], it => ToPublicIpType(it.AssignPublicIp, it.DynamicPublicIp))
        .Map(it => it.ShutdownTimeoutInHours, [ShutdownEnabled, "autoShutdownTimeout"], it => ToShutdown(it.ShutdownTimeoutInHours))
        .Map(it => it.ShutdownTimeoutForces, "autoShutdownForce")
        .Map(it => it.PerformAutoSnapshot, "autoSnapshotEnabled")
        .Map(it => it.AutoSnapshotFrequency, ["autoSnapshotFrequency", "autoSnapshotEnabled"], ToSnapshots)
        .Map(it => it.AutoSnapshotSaveCount, "autoSnapshotSaveCount")
        .Map(it => it.RestorePointEnabled, "restorePointEnabled")
        .Map(it => it.RestorePointFrequency, "restorePointFrequency")
        .Map(it => it.RestorePointSnapshotId, "restorePointSnapshotId");

    /// <summary>Gets the names of the filters that the API supports.</summary>
    public static IReadOnlyDictionary<string, string> ServerFilters { get; } =
        new ReadOnlyDictionary<string, string>(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [nameof(MachineFilter.Name)] = "name",
                [nameof(MachineFilter.Region)] = "region",
                [nameof(MachineFilter.AgentType)] = "agentType",
            });

    /// <summary>Gets the filters for fields that the API does not return.</summary>
    public static IReadOnlyList<string> UnsupportedFilters { get; } =
        [nameof(MachineFilter.UserId), nameof(MachineFilter.ScriptId), nameof(MachineFilter.UsageRate), nameof(MachineFilter.DtLastRun)];

    private static IEnumerable<KeyValuePair<string, object?>> ToPublicIpType(bool? isStatic, bool? isDynamic) =>
        [new(PublicIpType, isStatic == true ? PublicIpTypes.Static : isDynamic == true ? PublicIpTypes.Dynamic : PublicIpTypes.None)];

    private static IEnumerable<KeyValuePair<string, object?>> ToAccessors(MachineCreateOptions options) =>
        [
            new(
                "accessorIds",
                new[] { options.UserId }.OfType<string>().Concat(options.AccessorIds ?? []).Distinct(StringComparer.Ordinal).ToArray()),
        ];

    private static IEnumerable<KeyValuePair<string, object?>> ToShutdown(int? hours) =>
        hours is null ? [new(ShutdownEnabled, false)] : [new(ShutdownEnabled, true), new("autoShutdownTimeout", hours)];

    private static IEnumerable<KeyValuePair<string, object?>> ToSnapshots(MachineUpdateOptions options) =>
        options.AutoSnapshotFrequency is { } frequency
            ? [new("autoSnapshotFrequency", ToFrequency(frequency))]
            : [new("autoSnapshotEnabled", false)];

    private static string ToFrequency(string frequency) => SnapshotFrequencies.Normalize(frequency) switch
    {
        "hour" => "hourly",
        "day" => "daily",
        "week" => "weekly",
        "month" => "monthly",
        var other => other!,
    };

    private static IEnumerable<KeyValuePair<string, object?>> ToBilling(MachineCreateOptions options) =>
        string.IsNullOrEmpty(options.BillingType) || options.BillingType.EqualsIgnoreCase(BillingTypes.Hourly)
            ? []
            : throw PaperspaceException.NotSupported(
                $"The {V1Protocol.ApiName} API does not support BillingType '{TerminalText.Sanitize(options.BillingType)}'. Omit it: "
                    + "machines are billed by the hour.",
                nameof(MachineCreateOptions.BillingType));
}

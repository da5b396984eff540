namespace Paperspace.Client;

/// <summary>Maps options and filters of machines to the Core API's fields.</summary>
internal static class CoreMachineOptionMaps
{
    private const string AfterCreate = "Set it with Set-PsMachine once the machine exists.";
    private const string InConsole = "Change it in the Paperspace console, or through the V1 API.";

    /// <summary>Gets the map for creating a machine.</summary>
    public static OptionMap<MachineCreateOptions> Create { get; } = new OptionMap<MachineCreateOptions>(CoreProtocol.ApiName)
        .Map(it => it.Region, "region", ToRegion)
        .Map(it => it.MachineType, "machineType")
        .Map(it => it.Size, "size")
        .Map(it => it.BillingType, "billingType")
        .Map(it => it.Name, "machineName")
        .Map(it => it.TemplateId, "templateId")
        .Map(it => it.TeamId, "teamId")
        .Map(it => it.AssignPublicIp, "assignPublicIp")
        .Map(it => it.DynamicPublicIp, "dynamicPublicIp")
        .Map(it => it.StartOnCreate, "startOnCreate")
        .Map(it => it.NetworkId, "networkId")
        .Map(it => it.ScriptId, "scriptId")
        .Map(it => it.UserId, "userId")
        .Map(it => it.Email, "email")
        .Map(it => it.Password, "password", isSecret: true)
        .Map(it => it.FirstName, "firstName")
        .Map(it => it.LastName, "lastName")
        .Map(it => it.NotificationEmail, "notificationEmail")
        .Map(it => it.TakeInitialSnapshot, "takeInitialSnapshot")
        .Map(it => it.MarkSnapshotAsRestorePoint, "markSnapshotAsRestorePoint")
        .Map(it => it.RestorePointFrequency, "restorePointFrequency")
        .Map(it => it.EnableNvlink, "enableNvlink")
        .Lacks(it => it.AccessorIds, "Grant access with Grant-PsMachineAccess once the machine exists.")
        .Lacks(it => it.EmailPassword, "Leave it out.")
        .Lacks(it => it.ShutdownTimeoutInHours, AfterCreate)
        .Lacks(it => it.ShutdownTimeoutForces, AfterCreate)
        .Lacks(it => it.PerformAutoSnapshot, AfterCreate)
        .Lacks(it => it.AutoSnapshotFrequency, AfterCreate)
        .Lacks(it => it.AutoSnapshotSaveCount, AfterCreate);

    /// <summary>Gets the map for updating a machine.</summary>
    public static OptionMap<MachineUpdateOptions> Update { get; } = new OptionMap<MachineUpdateOptions>(CoreProtocol.ApiName)
        .Map(it => it.Name, "machineName")
        .Map(it => it.ShutdownTimeoutInHours, "shutdownTimeoutInHours")
        .Map(it => it.ShutdownTimeoutForces, "shutdownTimeoutForces")
        .Map(it => it.AutoSnapshotFrequency, "autoSnapshotFrequency", SnapshotFrequencies.Normalize)
        .Map(it => it.AutoSnapshotSaveCount, "autoSnapshotSaveCount")
        .Map(it => it.PerformAutoSnapshot, "performAutoSnapshot")
        .Map(it => it.DynamicPublicIp, "dynamicPublicIp")
        .Map(it => it.AssignPublicIp, "assignPublicIp")
        .Lacks(it => it.MachineType, InConsole)
        .Lacks(it => it.Size, InConsole)
        .Lacks(it => it.NetworkId, InConsole)
        .Lacks(it => it.ScriptId, "A script can be given when the machine is created only.")
        .Lacks(it => it.RestorePointEnabled, "A restore point can be set when the machine is created only.")
        .Lacks(it => it.RestorePointFrequency, "A restore point can be set when the machine is created only.")
        .Lacks(it => it.RestorePointSnapshotId, "A restore point can be set when the machine is created only.");

    /// <summary>Gets the map for the filters of a list.</summary>
    public static OptionMap<MachineFilter> Filter { get; } = new OptionMap<MachineFilter>(CoreProtocol.ApiName)
        .Map(it => it.MachineId, "machineId")
        .Map(it => it.Name, "name")
        .Map(it => it.Os, "os")
        .Map(it => it.Ram, "ram")
        .Map(it => it.Cpus, "cpus")
        .Map(it => it.Gpu, "gpu")
        .Map(it => it.StorageTotal, "storageTotal")
        .Map(it => it.StorageUsed, "storageUsed")
        .Map(it => it.UsageRate, "usageRate")
        .Map(it => it.ShutdownTimeoutInHours, "shutdownTimeoutInHours")
        .Map(it => it.PerformAutoSnapshot, "performAutoSnapshot")
        .Map(it => it.AutoSnapshotFrequency, "autoSnapshotFrequency", SnapshotFrequencies.Normalize)
        .Map(it => it.AutoSnapshotSaveCount, "autoSnapshotSaveCount")
        .Map(it => it.AgentType, "agentType")
        .Map(it => it.DtCreated, "dtCreated")
        .Map(it => it.State, "state")
        .Map(it => it.UpdatesPending, "updatesPending")
        .Map(it => it.NetworkId, "networkId")
        .Map(it => it.PrivateIpAddress, "privateIpAddress")
        .Map(it => it.PublicIpAddress, "publicIpAddress")
        .Map(it => it.Region, "region", ToRegion)
        .Map(it => it.UserId, "userId")
        .Map(it => it.TeamId, "teamId")
        .Map(it => it.ScriptId, "scriptId")
        .Map(it => it.DtLastRun, "dtLastRun");

    private static string? ToRegion(string? region) => region is null ? null : Regions.FullName(region);
}

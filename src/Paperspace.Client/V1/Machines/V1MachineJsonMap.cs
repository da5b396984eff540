namespace Paperspace.Client;

internal static class V1MachineJsonMap
{
    private static readonly JsonMap<MachineAccelerator> Accelerator = new JsonMap<MachineAccelerator>(
        (it, others) => it.AdditionalData = others)
        .InternedString("name", (it, value) => it.Name = value)
        .Int64("memory", (it, value) => it.Memory = value)
        .Int32("count", (it, value) => it.Count = value);

    private static readonly JsonMap<MachineReservation> Reservation = new JsonMap<MachineReservation>(
        (it, others) => it.AdditionalData = others)
        .InternedString("name", (it, value) => it.Name = value)
        .InternedString("id", (it, value) => it.Id = value ?? "")
        .Time("dtStarted", (it, value) => it.DtStarted = value)
        .Time("dtFinished", (it, value) => it.DtFinished = value)
        .Boolean("isActive", (it, value) => it.IsActive = value);

    /// <summary>Gets the map, with the fields in the order in which the API writes them.</summary>
    public static JsonMap<Machine> Map { get; } = new JsonMap<Machine>(
        (it, others) => it.AdditionalData = others, Complete)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .InternedString("state", (it, value) => it.State = value)
        .InternedString("os", (it, value) => it.Os = value)
        .InternedString("machineType", (it, value) => it.MachineType = value)
        .InternedString("agentType", (it, value) => it.AgentType = value)
        .Int32("cpus", (it, value) => it.Cpus = value)
        .Int64("ram", (it, value) => it.Ram = value)
        .Int64("storageTotal", (it, value) => it.StorageTotal = value)
        .Int64("storageUsed", (it, value) => it.StorageUsed = value)
        .Array("accelerators", Accelerator, (it, value) => it.Accelerators = value is { Count: 0 } ? null : value)
        .InternedString("region", (it, value) => it.Region = Regions.Normalize(value))
        .String("privateIp", (it, value) => it.PrivateIpAddress = value)
        .InternedString("networkId", (it, value) => it.NetworkId = value)
        .String("publicIp", (it, value) => it.PublicIpAddress = value)
        .InternedString("publicIpType", (it, value) => it.PublicIpType = value)
        .Boolean("autoShutdownEnabled", (it, value) => it.AutoShutdownEnabled = value)
        .Int32("autoShutdownTimeout", (it, value) => it.ShutdownTimeoutInHours = value)
        .Boolean("autoShutdownForce", (it, value) => it.ShutdownTimeoutForces = value)
        .Boolean("autoSnapshotEnabled", (it, value) => it.PerformAutoSnapshot = value)
        .InternedString("autoSnapshotFrequency", (it, value) => it.AutoSnapshotFrequency = SnapshotFrequencies.Normalize(value))
        .Int32("autoSnapshotSaveCount", (it, value) => it.AutoSnapshotSaveCount = value)
        .Boolean("updatesPending", (it, value) => it.UpdatesPending = value)
        .Boolean("restorePointEnabled", (it, value) => it.RestorePointEnabled = value)
        .InternedString("restorePointFrequency", (it, value) => it.RestorePointFrequency = value)
        .InternedString("restorePointSnapshotId", (it, value) => it.RestorePointSnapshotId = value)
        .Money("usageRate", (it, value) => it.HourlyRate = value)
        .Money("storageRate", (it, value) => it.StorageRate = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtModified", (it, value) => it.DtModified = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value)
        .Object("reservation", Reservation, (it, value) => it.Reservation = value);

    /// <summary>Creates the client for requests to the machine resource.</summary>
    public static V1Resources<Machine> CreateResources(ApiConnection connection) => new(
        connection, Map, machine => machine.Id, "machines", notFoundReason: PaperspaceErrorReason.MachineNotFound);

    private static void Complete(Machine machine, JsonContext json)
    {
        machine.ReadAt = json.Now;
        // A new machine has 1 CPU and no memory until its size is known.
        if (machine.Ram <= 0) machine.Ram = machine.Cpus = null;
        if (machine.StorageTotal <= 0) machine.StorageTotal = null;
        // A disabled shutdown may keep its old timeout.
        if (machine.AutoShutdownEnabled == false) machine.ShutdownTimeoutInHours = null;
        if (machine.PublicIpType is { } type) machine.DynamicPublicIp = type.EqualsIgnoreCase(PublicIpTypes.Dynamic);
        if (machine.Accelerators is { Count: > 0 } accelerators)
            machine.Gpu = json.Strings.Intern(string.Join(", ", accelerators));
    }
}

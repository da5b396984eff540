using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class V1MachineWriter
{
    public static ResourceWriter<V1Item<SimulatedMachineView>> Writer { get; } = new ResourceWriter<V1Item<SimulatedMachineView>>()
        .String("id", item => item.Value.Machine.Id)
        .String("name", item => item.Value.Machine.Name)
        .String("state", item => item.Value.State)
        .String("os", item => item.Value.IsDetailed ? item.Value.Machine.Os : "")
        .String("machineType", item => item.Value.Hardware.Type.Name)
        .String("agentType", item => item.Value.Machine.Template.AgentType.ToString())
        .Number("cpus", item => item.Value.IsDetailed ? item.Value.Hardware.Type.Cpus : 1)
        .Literal("ram", item => item.Size(item.Value.IsDetailed ? item.Value.Hardware.Type.Ram : 0))
        .Literal("storageTotal", item => item.Size(item.Value.IsDetailed ? item.Value.Hardware.StorageTotal : 0))
        .Literal("storageUsed", item => item.Size(item.Value.IsDetailed ? item.Value.Machine.StorageUsed : 0))
        .Literal("accelerators", item => item.Value.IsDetailed ? Accelerators(item) : null)
        .String("region", item => item.Region(item.Value.Machine.Region))
        .String("privateIp", item => item.Value.IsDetailed ? item.Value.Machine.PrivateIp : null)
        .String("networkId", item => item.Value.IsDetailed ? item.Value.Machine.Network.Id : null)
        .String("publicIp", item => item.Value.PublicIp)
        .String("publicIpType", item => V1Spellings.PublicIpType.Format(item.Value.Machine.PublicIpType))
        .Boolean("autoShutdownEnabled", item => item.Value.Machine.ShutdownTimeoutInHours is not null)
        .Number("autoShutdownTimeout", item => item.Value.Machine.ShutdownTimeoutInHours)
        .Literal("autoShutdownForce", item => Force(item.Value.Machine))
        .Boolean("autoSnapshotEnabled", item => item.Value.Machine.AutoSnapshotEnabled)
        .String("autoSnapshotFrequency", item => V1Spellings.SnapshotFrequency.Format(item.Value.Machine.AutoSnapshotFrequency))
        .Number("autoSnapshotSaveCount", item => item.Value.Machine.AutoSnapshotSaveCount)
        .Boolean("updatesPending", item => item.Value.HasUpdatesPending)
        .Boolean("restorePointEnabled", item => item.Value.Machine.RestorePointEnabled)
        .String("restorePointFrequency", item => V1Spellings.RestorePointFrequency.Format(item.Value.Machine.RestorePointFrequency))
        .String("restorePointSnapshotId", item => item.Value.RestorePoint?.Id)
        .Literal("usageRate", item => Rate(item.Value.Hardware.Type.HourlyRate))
        .Literal("storageRate", item => Rate(StorageRates.Monthly(item.Value.Hardware.Size)))
        .Date("dtCreated", item => item.Value.Machine.CreatedAt)
        .Date("dtModified", item => item.Value.ModifiedAt)
        .Date("dtDeleted", _ => null)
        .Literal("reservation", _ => null);

    public static V1List<SimulatedMachineView> List { get; } = new V1List<SimulatedMachineView>(Writer, view => view.Machine.Id)
        .OrderedBy("dtCreated", view => view.Machine.CreatedAt)
        .OrderedBy("name", view => view.Machine.Name)
        .OrderedBy("state", view => view.State);

    public static SimulatedResponse CreateAction(V1Request request, SimulatedMachine machine, SimulatedMachineEvent? machineEvent) =>
        V1Response.CreateAction(Writer, request.View(machine), request, machine, machineEvent);

    private static string? Accelerators(V1Item<SimulatedMachineView> item)
    {
        if (item.Value.Hardware.Type.Accelerator is not { } accelerator) return null;
        var json = new JObject
        {
            ["name"] = accelerator.Name,
            ["memory"] = new JRaw(item.Size(accelerator.Memory)),
            ["count"] = accelerator.Count,
        };
        return new JArray(json).ToString(Formatting.None);
    }

    private static string? Force(SimulatedMachine machine) =>
        machine.ShutdownTimeoutInHours is null ? null : machine.ShutdownTimeoutForces ? "true" : "false";

    private static string Rate(decimal rate) => rate.ToString("0.############", CultureInfo.InvariantCulture);
}

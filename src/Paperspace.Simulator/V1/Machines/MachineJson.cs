using System.Globalization;
using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedMachineView>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes machines as JSON.</summary>
internal static class MachineJson
{
    public static JsonMap<V1Item<SimulatedMachineView>> Map { get; } = new(
        Field.Text("id", item => item.Value.Machine.Id),
        Field.Text("name", item => item.Value.Machine.Name),
        Field.Text("state", item => item.Value.State),
        Field.Text("os", item => item.Value.IsDetailed ? item.Value.Machine.Os : ""),
        Field.Text("machineType", item => item.Value.Hardware.Type.Name),
        Field.Text("agentType", item => item.Value.Machine.Template.AgentType.ToString()),
        Field.Literal("cpus", item => Number(item.Value.IsDetailed ? item.Value.Hardware.Type.Cpus : 1)),
        Field.Literal("ram", item => item.Size(item.Value.IsDetailed ? item.Value.Hardware.Type.Ram : 0)),
        Field.Literal("storageTotal", item => item.Size(item.Value.IsDetailed ? item.Value.Hardware.StorageTotal : 0)),
        Field.Literal("storageUsed", item => item.Size(item.Value.IsDetailed ? item.Value.Machine.StorageUsed : 0)),
        Field.Literal("accelerators", item => item.Value.IsDetailed ? Accelerators(item) : null),
        Field.Text("region", item => item.Region(item.Value.Machine.Region)),
        Field.Text("privateIp", item => item.Value.IsDetailed ? item.Value.Machine.PrivateIp : null),
        Field.Text("networkId", item => item.Value.IsDetailed ? item.Value.Machine.Network.Id : null),
        Field.Text("publicIp", item => item.Value.PublicIp),
        Field.Text("publicIpType", item => V1Spellings.Text(item.Value.Machine.PublicIpType)),
        Field.Boolean("autoShutdownEnabled", item => item.Value.Machine.ShutdownTimeoutInHours is not null),
        Field.Literal("autoShutdownTimeout", item => Number(item.Value.Machine.ShutdownTimeoutInHours)),
        Field.Literal("autoShutdownForce", item => Force(item.Value.Machine)),
        Field.Boolean("autoSnapshotEnabled", item => item.Value.Machine.AutoSnapshotEnabled),
        Field.Text("autoSnapshotFrequency", item => V1Spellings.Text(item.Value.Machine.AutoSnapshotFrequency)),
        Field.Literal("autoSnapshotSaveCount", item => Number(item.Value.Machine.AutoSnapshotSaveCount)),
        Field.Boolean("updatesPending", item => item.Value.HasUpdatesPending),
        Field.Boolean("restorePointEnabled", item => item.Value.Machine.RestorePointEnabled),
        Field.Text("restorePointFrequency", item => V1Spellings.Text(item.Value.Machine.RestorePointFrequency)),
        Field.Text("restorePointSnapshotId", item => item.Value.RestorePoint?.Id),
        Field.Literal("usageRate", item => Rate(item.Value.Hardware.Type.HourlyRate)),
        Field.Literal("storageRate", item => Rate(StorageRates.Monthly(item.Value.Hardware.Size))),
        Field.Date("dtCreated", item => item.Value.Machine.CreatedAt),
        Field.Date("dtModified", item => item.Value.ModifiedAt),
        Field.Date("dtDeleted", _ => null),
        Field.Literal("reservation", _ => null));

    public static V1List<SimulatedMachineView> List { get; } = new(
        Map,
        view => view.Machine.Id,
        [
            ("dtCreated", view => view.Machine.CreatedAt),
            ("name", view => V1List<SimulatedMachineView>.Text(view.Machine.Name)),
            ("state", view => V1List<SimulatedMachineView>.Text(view.State)),
        ]);

    private static string? Accelerators(V1Item<SimulatedMachineView> item)
    {
        if (item.Value.Hardware.Type.Accelerator is not { } accelerator)
            return null;
        return JsonText.Create(writer =>
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WritePropertyName("name");
            writer.WriteValue(accelerator.Name);
            writer.WritePropertyName("memory");
            writer.WriteRawValue(item.Size(accelerator.Memory));
            writer.WritePropertyName("count");
            writer.WriteValue(accelerator.Count);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    private static string? Force(SimulatedMachine machine) =>
        machine.ShutdownTimeoutInHours is null ? null : machine.ShutdownTimeoutForces ? "true" : "false";

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Rate(decimal rate) => rate.ToString("0.############", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Newtonsoft.Json;
using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.SimulatedMachineView>;

namespace Paperspace.Simulator.Core;

/// <summary>Writes machines as JSON, in the order and types of the reference's examples.</summary>
internal static class MachineJson
{
    private const int ShownEvents = 10;
    private const string NoGpu = "None";

    // userId and teamId can be filtered by but are not shown: the reference's examples have machineType instead, recordings before 2020
    // the other way round.
    private static readonly JsonMap<SimulatedMachineView> Map = new(
        Field.Text("id", view => view.Machine.Id).FilteredAs("machineId"),
        Field.Text("name", view => view.Machine.Name),
        Field.Text("os", view => view.IsDetailed ? view.Machine.Os : null),
        Field.Text("ram", view => view.IsDetailed ? Number(view.Hardware.Type.Ram) : null),
        Field.Literal("cpus", view => view.IsDetailed ? Number((long)view.Hardware.Type.Cpus) : "1"),
        Field.Text("gpu", view => view.IsDetailed ? Gpu(view.Hardware.Type.Accelerator) : null),
        Field.Text("storageTotal", view => view.IsDetailed ? Number(view.Hardware.StorageTotal) : null),
        Field.Text("storageUsed", view => view.IsDetailed ? Number(view.Machine.StorageUsed) : null),
        Field.Text("machineType", view => view.Hardware.Type.Name).Unfiltered(),
        Field.Text("usageRate", view => $"{view.Hardware.Type.Name} {BillingType(view.Machine.BillingType)}"),
        Field.Literal("shutdownTimeoutInHours", view => Number(view.Machine.ShutdownTimeoutInHours)),
        Field.Boolean("shutdownTimeoutForces", view => view.Machine.ShutdownTimeoutForces).Unfiltered(),
        Field.Boolean("performAutoSnapshot", view => view.Machine.AutoSnapshotEnabled),
        Field.Text("autoSnapshotFrequency", view => CoreFrequencies.Text(view.Machine.AutoSnapshotFrequency)),
        Field.Literal("autoSnapshotSaveCount", view => Number(view.Machine.AutoSnapshotSaveCount)),
        Field.Boolean("dynamicPublicIp", view => view.Machine.HasDynamicIp).Unfiltered(),
        Field.Text("agentType", view => view.Machine.Template.AgentType.ToString()),
        Field.Date("dtCreated", view => view.Machine.CreatedAt),
        Field.Text("state", view => view.State),
        Field.Boolean("updatesPending", view => view.HasUpdatesPending),
        Field.Text("networkId", view => view.IsDetailed ? view.Machine.Network.Id : null),
        Field.Text("privateIpAddress", view => view.IsDetailed ? view.Machine.PrivateIp : null),
        Field.Text("publicIpAddress", view => view.PublicIp),
        Field.Text("region", view => view.IsDetailed ? CoreRegions.Name(view.Machine.Region) : null),
        Field.Hidden("userId", view => view.Machine.UserId),
        Field.Hidden("teamId", view => view.Machine.TeamId),
        Field.Text("scriptId", view => view.Machine.ScriptId),
        Field.Date("dtLastRun", view => view.ScriptLastRunAt),
        Field.Text("restorePointSnapshotId", view => view.RestorePoint?.Id).Unfiltered(),
        Field.Text("restorePointFrequency", view => CoreFrequencies.Text(view.Machine.RestorePointFrequency)).Unfiltered());

    public static Func<SimulatedMachineView, bool> Matching(CoreQuery parameters) => Map.Matching(parameters);

    /// <summary>Writes a machine as in the response to a create.</summary>
    public static void Write(JsonTextWriter writer, SimulatedMachineView machine)
    {
        writer.WriteStartObject();
        Map.WriteProperties(writer, machine);
        writer.WriteEndObject();
    }

    /// <summary>Writes a machine as in a list, the one place that shows the internal id.</summary>
    public static void WriteListed(JsonTextWriter writer, SimulatedMachineView machine)
    {
        writer.WriteStartObject();
        Map.WriteProperties(writer, machine);
        writer.WritePropertyName("internalId");
        writer.WriteValue(machine.Machine.InternalId);
        writer.WriteEndObject();
    }

    /// <summary>Writes a machine as in a show, the one place that has events.</summary>
    public static void WriteShown(JsonTextWriter writer, SimulatedMachineView machine)
    {
        writer.WriteStartObject();
        Map.WriteProperties(writer, machine);
        writer.WritePropertyName("events");
        writer.WriteStartArray();
        foreach (var machineEvent in machine.Machine.Timeline.EventsAt(machine.Now).Take(ShownEvents))
            Write(writer, machineEvent, machine.Now);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(JsonTextWriter writer, SimulatedMachineEvent machineEvent, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("name");
        writer.WriteValue(machineEvent.Name);
        writer.WritePropertyName("state");
        writer.WriteValue(machineEvent.StateAt(now));
        writer.WritePropertyName("errorMsg");
        writer.WriteValue(machineEvent.IsFinished(now) ? machineEvent.ErrorMessage ?? "" : "");
        writer.WritePropertyName("handle");
        writer.WriteValue(machineEvent.Id.ToString("D"));
        writer.WritePropertyName("dtModified");
        writer.WriteValue(IsoDate.Text(machineEvent.ModifiedAt(now)));
        writer.WritePropertyName("dtFinished");
        writer.WriteValue(IsoDate.Text(machineEvent.EndedAt(now)));
        writer.WritePropertyName("dtCreated");
        writer.WriteValue(IsoDate.Text(machineEvent.CreatedAt));
        writer.WriteEndObject();
    }

    private static string Gpu(SimulatedAccelerator? accelerator) => accelerator switch
    {
        null => NoGpu,
        { Count: 1 } => accelerator.Name,
        _ => $"{accelerator.Name} x{accelerator.Count}",
    };

    private static string BillingType(SimulatedBillingType type) => type == SimulatedBillingType.Monthly ? "monthly" : "hourly";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number is { } known ? Number((long)known) : null;
}

using System.Globalization;
using Newtonsoft.Json;

namespace Paperspace.Simulator;

/// <summary>The machine as JSON, in the order and types of the reference's examples.</summary>
internal static class MachineFields
{
    private const int ShownEvents = 10;
    private const long Gigabyte = 1L << 30;

    // userId and teamId can be filtered by but are not shown: the reference's examples have machineType instead, recordings before 2020
    // the other way round.
    private static readonly FieldSet<MachineReading> Fields = new(
        Field<MachineReading>.Text("id", machine => machine.Machine.Id).FilteredAs("machineId"),
        Field<MachineReading>.Text("name", machine => machine.Machine.Name),
        Field<MachineReading>.Text("os", machine => machine.IsDetailed ? machine.Machine.Os : null),
        Field<MachineReading>.Text("ram", machine => machine.IsDetailed ? Number(machine.Machine.Type.Ram) : null),
        Field<MachineReading>.Literal("cpus", machine => machine.IsDetailed ? Number((long)machine.Machine.Type.Cpus) : "1"),
        Field<MachineReading>.Text("gpu", machine => machine.IsDetailed ? machine.Machine.Type.Gpu : null),
        Field<MachineReading>.Text("storageTotal", machine => machine.IsDetailed ? Number(machine.Machine.Size * Gigabyte) : null),
        Field<MachineReading>.Text("storageUsed", machine => machine.IsDetailed ? Number(machine.Machine.StorageUsed) : null),
        Field<MachineReading>.Text("machineType", machine => machine.Machine.Type.Name).Unfiltered(),
        Field<MachineReading>.Text("usageRate", machine => $"{machine.Machine.Type.Name} {machine.Machine.BillingType}"),
        Field<MachineReading>.Literal("shutdownTimeoutInHours", machine => Number(machine.Machine.ShutdownTimeoutInHours)),
        Field<MachineReading>.Literal("shutdownTimeoutForces", machine => Boolean(machine.Machine.ShutdownTimeoutForces)).Unfiltered(),
        Field<MachineReading>.Literal("performAutoSnapshot", machine => Boolean(machine.Machine.PerformAutoSnapshot)),
        Field<MachineReading>.Text("autoSnapshotFrequency", machine => machine.Machine.AutoSnapshotFrequency),
        Field<MachineReading>.Literal("autoSnapshotSaveCount", machine => Number(machine.Machine.AutoSnapshotSaveCount)),
        Field<MachineReading>.Literal("dynamicPublicIp", machine => Boolean(machine.Machine.HasDynamicIp)).Unfiltered(),
        Field<MachineReading>.Text("agentType", machine => machine.Machine.Template.AgentType),
        Field<MachineReading>.Date("dtCreated", machine => WireDate.Text(machine.Machine.CreatedAt)),
        Field<MachineReading>.Text("state", machine => machine.State),
        Field<MachineReading>.Literal("updatesPending", _ => "false"),
        Field<MachineReading>.Text("networkId", machine => machine.IsDetailed ? machine.Machine.NetworkId : null),
        Field<MachineReading>.Text("privateIpAddress", machine => machine.IsDetailed ? PrivateIp(machine.Machine) : null),
        Field<MachineReading>.Text("publicIpAddress", machine => machine.PublicIp),
        Field<MachineReading>.Text("region", machine => machine.IsDetailed ? machine.Machine.Region : null),
        Field<MachineReading>.Hidden("userId", machine => machine.Machine.UserId),
        Field<MachineReading>.Hidden("teamId", machine => machine.Machine.TeamId),
        Field<MachineReading>.Text("scriptId", machine => machine.Machine.ScriptId),
        Field<MachineReading>.Date("dtLastRun", machine => WireDate.Text(ScriptLastRun(machine))),
        Field<MachineReading>.Text("restorePointSnapshotId", RestorePointSnapshot).Unfiltered(),
        Field<MachineReading>.Text("restorePointFrequency", machine => machine.Machine.RestorePointFrequency).Unfiltered());

    public static Func<MachineReading, bool> Matching(QueryParameters parameters) => Fields.Matching(parameters);

    /// <summary>A machine as in the answer to a create.</summary>
    public static void Write(JsonTextWriter writer, MachineReading machine)
    {
        writer.WriteStartObject();
        Fields.WriteProperties(writer, machine);
        writer.WriteEndObject();
    }

    /// <summary>A machine as in a list, the one place that shows the internal id.</summary>
    public static void WriteListed(JsonTextWriter writer, MachineReading machine)
    {
        writer.WriteStartObject();
        Fields.WriteProperties(writer, machine);
        writer.WritePropertyName("internalId");
        writer.WriteValue(machine.Machine.InternalId);
        writer.WriteEndObject();
    }

    /// <summary>A machine as in a show, the one place that has events.</summary>
    public static void WriteShown(JsonTextWriter writer, MachineReading machine, Chance chance)
    {
        writer.WriteStartObject();
        Fields.WriteProperties(writer, machine);
        writer.WritePropertyName("events");
        writer.WriteStartArray();
        foreach (var happening in machine.Machine.Timeline.EventsAt(machine.Now, ShownEvents))
            Write(writer, happening, machine, chance);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(JsonTextWriter writer, MachineEvent happening, MachineReading machine, Chance chance)
    {
        var finished = happening.IsFinished(machine.Now);
        writer.WriteStartObject();
        writer.WritePropertyName("name");
        writer.WriteValue(happening.Name);
        writer.WritePropertyName("state");
        writer.WriteValue(happening.StateAt(machine.Now));
        writer.WritePropertyName("errorMsg");
        writer.WriteValue(finished ? happening.ErrorMessage : "");
        writer.WritePropertyName("handle");
        writer.WriteValue(chance.Handle(machine.Machine.InternalId, happening.Ordinal).ToString("D"));
        writer.WritePropertyName("dtModified");
        writer.WriteValue(WireDate.Text(happening.ModifiedAt(machine.Now)));
        writer.WritePropertyName("dtFinished");
        writer.WriteValue(finished ? WireDate.Text(happening.FinishedAt) : null);
        writer.WritePropertyName("dtCreated");
        writer.WriteValue(WireDate.Text(happening.CreatedAt));
        writer.WriteEndObject();
    }

    private static string PrivateIp(Machine machine)
    {
        var host = machine.InternalId - MachineFleet.FirstInternalId;
        return $"10.{64 + (host / 65024 % 64)}.{host / 254 % 256}.{1 + (host % 254)}";
    }

    private static DateTimeOffset? ScriptLastRun(MachineReading machine) =>
        machine.Machine.ScriptId is null ? null : machine.Machine.Timeline.LastDone(machine.Now, EventName.Start, EventName.Restart);

    private static string? RestorePointSnapshot(MachineReading machine) =>
        machine.Machine.RestorePointFrequency is not null
        && machine.Machine.Timeline.LastDone(machine.Now, EventName.SnapshotCreate) is not null
            ? "sn" + machine.Machine.Id.Substring(2)
            : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number is { } known ? Number((long)known) : null;

    private static string Boolean(bool value) => value ? "true" : "false";
}

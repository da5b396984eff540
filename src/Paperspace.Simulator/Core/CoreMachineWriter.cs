using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>Writes machines for the Core API, with the order and types of the reference's examples.</summary>
internal static class CoreMachineWriter
{
    private const int MaxEvents = 10;

    // userId and teamId are filters but not fields: the reference's examples have machineType instead, recordings
    // before 2020 the opposite.
    private static readonly ResourceWriter<SimulatedMachineView> Writer = new ResourceWriter<SimulatedMachineView>()
        .String("id", view => view.Machine.Id).FilteredAs("machineId")
        .String("name", view => view.Machine.Name)
        .String("os", view => view.IsDetailed ? view.Machine.Os : null)
        .String("ram", view => view.IsDetailed ? Number(view.Hardware.Type.Ram) : null)
        .Number("cpus", view => view.IsDetailed ? view.Hardware.Type.Cpus : 1)
        .String("gpu", view => view.IsDetailed ? Gpu(view.Hardware.Type.Accelerator) : null)
        .String("storageTotal", view => view.IsDetailed ? Number(view.Hardware.StorageTotal) : null)
        .String("storageUsed", view => view.IsDetailed ? Number(view.Machine.StorageUsed) : null)
        .String("machineType", view => view.Hardware.Type.Name).FilteredAs(null)
        .String("usageRate", view => $"{view.Hardware.Type.Name} {CoreSpellings.BillingType.Format(view.Machine.BillingType)}")
        .Number("shutdownTimeoutInHours", view => view.Machine.ShutdownTimeoutInHours)
        .Boolean("shutdownTimeoutForces", view => view.Machine.ShutdownTimeoutForces).FilteredAs(null)
        .Boolean("performAutoSnapshot", view => view.Machine.AutoSnapshotEnabled)
        .String("autoSnapshotFrequency", view => CoreSpellings.SnapshotFrequency.Format(view.Machine.AutoSnapshotFrequency))
        .Number("autoSnapshotSaveCount", view => view.Machine.AutoSnapshotSaveCount)
        .Boolean("dynamicPublicIp", view => view.Machine.HasDynamicIp).FilteredAs(null)
        .String("agentType", view => view.Machine.Template.AgentType.ToString())
        .Date("dtCreated", view => view.Machine.CreatedAt)
        .String("state", view => view.State)
        .Boolean("updatesPending", view => view.HasUpdatesPending)
        .String("networkId", view => view.IsDetailed ? view.Machine.Network.Id : null)
        .String("privateIpAddress", view => view.IsDetailed ? view.Machine.PrivateIp : null)
        .String("publicIpAddress", view => view.PublicIp)
        .String("region", view => view.IsDetailed ? CoreSpellings.Region(view.Machine.Region) : null)
        .FilterOnly("userId", view => view.Machine.UserId)
        .FilterOnly("teamId", view => view.Machine.TeamId)
        .String("scriptId", view => view.Machine.ScriptId)
        .Date("dtLastRun", view => view.ScriptLastRunAt)
        .String("restorePointSnapshotId", view => view.RestorePoint?.Id).FilteredAs(null)
        .String("restorePointFrequency", view => CoreSpellings.RestorePointFrequency.Format(view.Machine.RestorePointFrequency))
        .FilteredAs(null);

    public static Func<SimulatedMachineView, bool> Matching(CoreQuery parameters) => Writer.Matching(parameters);

    public static SimulatedResponse Create(SimulatedMachineView machine) => Writer.ToResponse(machine);

    // Only the list includes the internal id.
    public static SimulatedResponse List(IEnumerable<SimulatedMachineView> machines) => JsonResponse.Create(writer =>
    {
        writer.WriteStartArray();
        foreach (var machine in machines)
        {
            writer.WriteStartObject();
            Writer.WriteProperties(writer, machine);
            writer.WritePropertyName("internalId");
            writer.WriteValue(machine.Machine.InternalId);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    // Only a single machine includes its events.
    public static SimulatedResponse Show(CoreRequest request, SimulatedMachine machine)
    {
        var events = request.Account.Readings.EventsOf(machine, request.Now).Take(MaxEvents).ToList();
        request.Account.Readings.Arrange(events);
        return JsonResponse.Create(writer =>
        {
            writer.WriteStartObject();
            Writer.WriteProperties(writer, request.View(machine));
            writer.WritePropertyName("events");
            new JArray(events.Select(Event)).WriteTo(writer);
            writer.WriteEndObject();
        });
    }

    private static JObject Event(SimulatedEventView view) => new()
    {
        ["name"] = view.Event.Name,
        ["state"] = view.State,
        ["errorMsg"] = view.ErrorMessage ?? "",
        ["handle"] = view.Id,
        ["dtModified"] = IsoDate.Format(view.ModifiedAt),
        ["dtFinished"] = IsoDate.Format(view.EndedAt),
        ["dtCreated"] = IsoDate.Format(view.Event.CreatedAt),
    };

    private static string Gpu(SimulatedAccelerator? accelerator) => accelerator switch
    {
        null => "None",
        { Count: 1 } => accelerator.Name,
        _ => $"{accelerator.Name} x{accelerator.Count}",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.V1.LoggedEvent>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes the events of machines as JSON.</summary>
internal static class MachineEventJson
{
    public static JsonMap<V1Item<LoggedEvent>> Map { get; } = new(
        Field.Text("id", item => Id(item.Value)),
        Field.Text("name", item => item.Value.Event.Name),
        Field.Text("state", item => item.Value.Event.StateAt(item.Now)),
        Field.Text("machineId", item => item.Value.Machine.Id),
        Field.Date("dtCreated", item => item.Value.Event.CreatedAt),
        Field.Date("dtStarted", item => item.Value.Event.IsStarted(item.Now) ? item.Value.Event.StartedAt : null),
        Field.Date("dtFinished", item => item.Value.Event.EndedAt(item.Now)),
        Field.Text("error", item => item.Value.Event.IsFinished(item.Now) ? item.Value.Event.ErrorMessage : null));

    public static V1List<LoggedEvent> List { get; } = new(Map, Id, [("dtCreated", logged => logged.Event.CreatedAt)]);

    /// <summary>Returns the events of a machine that can be seen, oldest first.</summary>
    public static IEnumerable<LoggedEvent> Of(SimulatedMachine machine, DateTimeOffset now) =>
        machine.Timeline.EventsAt(now).Reverse().Select(machineEvent => new LoggedEvent(machine, machineEvent));

    public static string Id(LoggedEvent logged) => logged.Event.Id.ToString("D");
}

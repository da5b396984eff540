namespace Paperspace.Simulator;

internal static class V1MachineEventRoutes
{
    public static ResourceWriter<V1Item<V1MachineEvent>> Writer { get; } = new ResourceWriter<V1Item<V1MachineEvent>>()
        .String("id", item => Id(item.Value))
        .String("name", item => item.Value.Event.Name)
        .String("state", item => item.Value.Event.StateAt(item.Now))
        .String("machineId", item => item.Value.Machine.Id)
        .Date("dtCreated", item => item.Value.Event.CreatedAt)
        .Date("dtStarted", item => item.Value.Event.IsStarted(item.Now) ? item.Value.Event.StartedAt : null)
        .Date("dtFinished", item => item.Value.Event.EndedAt(item.Now))
        .String("error", item => item.Value.Event.IsFinished(item.Now) ? item.Value.Event.ErrorMessage : null);

    private static readonly V1List<V1MachineEvent> Events = new V1List<V1MachineEvent>(Writer, Id)
        .OrderedBy("dtCreated", item => item.Event.CreatedAt);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/machine-events", List);
        routes.Get("/machine-events/{id}", Show);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var machineId = request.Query.String("machineId");
        var events = request.Account.Machines.WithRemoved
            .Where(machine => machineId is null || machine.Id == machineId)
            .SelectMany(machine => machine.Timeline.EventsAt(request.Now).Reverse().Select(shown => new V1MachineEvent(machine, shown)));
        return Events.Page(request, events, _ => true);
    }

    private static SimulatedResponse Show(V1Request request)
    {
        if (Guid.TryParse(request.Id, out var id))
            foreach (var machine in request.Account.Machines.WithRemoved)
                if (machine.Timeline.Find(id, request.Now) is { } found)
                    return V1Response.Create(Writer, new V1MachineEvent(machine, found), request);
        throw V1Errors.NotFound("Machine event");
    }

    private static string Id(V1MachineEvent item) => item.Event.Id.ToString("D");
}

internal sealed record V1MachineEvent(SimulatedMachine Machine, SimulatedMachineEvent Event);

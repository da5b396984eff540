namespace Paperspace.Simulator;

internal static class V1MachineEventRoutes
{
    public static ResourceWriter<V1Item<SimulatedEventView>> Writer { get; } = new ResourceWriter<V1Item<SimulatedEventView>>()
        .String("id", item => item.Value.Id)
        .String("name", item => item.Value.Event.Name)
        .String("state", item => item.Value.State)
        .String("machineId", item => item.Value.Machine.Id)
        .Date("dtCreated", item => item.Value.Event.CreatedAt)
        .Date("dtStarted", item => item.Value.StartedAt)
        .Date("dtFinished", item => item.Value.EndedAt)
        .String("error", item => item.Value.ErrorMessage);

    private static readonly V1List<SimulatedEventView> Events = new V1List<SimulatedEventView>(Writer, view => view.Id)
        .OrderedBy("dtCreated", view => view.Event.CreatedAt);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/machine-events", List);
        routes.Get("/machine-events/{id}", Show);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var machineId = request.Query.String("machineId");
        var readings = request.Account.Readings;
        var events = request.Account.Machines.WithRemoved
            .Where(machine => machineId is null || machine.Id == machineId)
            .SelectMany(machine => readings.EventsOf(machine, request.Now).Reverse());
        return Events.Page(request, events, _ => true, readings.Arrange);
    }

    private static SimulatedResponse Show(V1Request request) =>
        Guid.TryParse(request.Id, out var id) && request.Account.Readings.FindEvent(id, request.Now) is { } found
            ? V1Response.Create(Writer, found, request)
            : throw V1Errors.NotFound("Machine event");
}

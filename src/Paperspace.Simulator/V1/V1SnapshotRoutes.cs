namespace Paperspace.Simulator;

/// <summary>Serves snapshots on the V1 API, which returns neither their date nor their size.</summary>
internal static class V1SnapshotRoutes
{
    private static readonly ResourceWriter<V1Item<SimulatedSnapshot>> Writer = new ResourceWriter<V1Item<SimulatedSnapshot>>()
        .String("id", item => item.Value.Id)
        .String("name", item => item.Value.Name)
        .String("machineId", item => item.Value.Machine.Id)
        .Boolean("isAutoSnapshot", item => item.Value.IsAutomatic);

    private static readonly V1List<SimulatedSnapshot> Snapshots = new V1List<SimulatedSnapshot>(Writer, snapshot => snapshot.Id)
        .OrderedBy("dtCreated", snapshot => snapshot.CreatedAt)
        .OrderedBy("name", snapshot => snapshot.Name);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/snapshots", List);
        routes.Post("/snapshots", Take);
        routes.Get("/snapshots/{id}", request => V1Response.Create(Writer, Find(request), request));
        routes.Put("/snapshots/{id}", Rename);
        routes.Delete("/snapshots/{id}", Delete);
        routes.Post("/snapshots/{id}/restore", Restore);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var isOfMachine = V1Filters.Value(request, "machineId");
        return Snapshots.Page(request, request.Account.Snapshots.At(request.Now), snapshot => isOfMachine(snapshot.Machine.Id));
    }

    private static SimulatedResponse Take(V1Request request)
    {
        var name = request.Body.RequiredString("name");
        var machineId = request.Body.RequiredString("machineId");
        request.Body.Validate();
        var (snapshot, taken) = request.Account.TakeSnapshot(request.ActionMachine(machineId), name, request.Now);
        return CreateAction(request, snapshot, taken);
    }

    private static SimulatedResponse Rename(V1Request request)
    {
        var snapshot = Find(request);
        var name = request.Body.Has("name") ? request.Body.RequiredString("name") : snapshot.Name;
        request.Body.Validate();
        snapshot.Name = name;
        return V1Response.Create(Writer, snapshot, request);
    }

    private static SimulatedResponse Delete(V1Request request)
    {
        var snapshot = Find(request);
        return CreateAction(request, snapshot, request.Account.Delete(snapshot, request.Now));
    }

    private static SimulatedResponse Restore(V1Request request)
    {
        var snapshot = Find(request);
        var takesSnapshotBefore = request.Body.Boolean("createSnapshotBeforeRestore") ?? false;
        request.Body.Validate();
        return CreateAction(request, snapshot, request.Account.Restore(snapshot, takesSnapshotBefore, request.Now));
    }

    private static SimulatedSnapshot Find(V1Request request) =>
        request.Account.Snapshots.Find(request.Id, request.Now) ?? throw V1Errors.NotFound("Snapshot");

    private static SimulatedResponse CreateAction(V1Request request, SimulatedSnapshot snapshot, SimulatedMachineEvent machineEvent) =>
        V1Response.CreateAction(Writer, snapshot, request, snapshot.Machine, machineEvent);
}

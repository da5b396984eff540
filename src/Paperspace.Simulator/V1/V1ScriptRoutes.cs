using Newtonsoft.Json;

namespace Paperspace.Simulator;

/// <summary>Serves startup scripts on the V1 API, which never returns their text.</summary>
internal static class V1ScriptRoutes
{
    private static readonly ResourceWriter<V1Item<SimulatedScript>> Writer = new ResourceWriter<V1Item<SimulatedScript>>()
        .String("id", item => item.Value.Id)
        .String("name", item => item.Value.Name)
        .String("description", item => item.Value.Description)
        .Boolean("isEnabled", item => item.Value.IsEnabled)
        .Boolean("isRunOnce", item => item.Value.RunsOnce)
        .Literal("assignedMachineIds", item => JsonConvert.SerializeObject(MachineIds(item)))
        .Date("dtCreated", item => item.Value.CreatedAt)
        .Date("dtDeleted", item => item.Value.RemovedAt);

    private static readonly V1List<SimulatedScript> Scripts = new V1List<SimulatedScript>(Writer, script => script.Id)
        .OrderedBy("dtCreated", script => script.CreatedAt)
        .OrderedBy("name", script => script.Name);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/startup-scripts", List);
        routes.Post("/startup-scripts", Create);
        routes.Get("/startup-scripts/{id}", request => V1Response.Create(Writer, Find(request), request));
        routes.Put("/startup-scripts/{id}", Update);
        routes.Delete("/startup-scripts/{id}", Delete);
        routes.Post("/startup-scripts/{id}/assign", request => ChangeMachine(request, (machine, script) => machine.ScriptId = script.Id));
        routes.Post("/startup-scripts/{id}/unassign", request => ChangeMachine(request, Unassign));
    }

    private static SimulatedResponse List(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        return Scripts.Page(request, request.Account.Scripts.All, script => hasName(script.Name));
    }

    private static SimulatedResponse Create(V1Request request)
    {
        var name = request.Body.RequiredString("name");
        var text = request.Body.RequiredString("script");
        var runsOnce = request.Body.Boolean("isRunOnce") ?? false;
        request.Body.Validate();
        var script = new SimulatedScript
        {
            Id = request.Account.NewScriptId(),
            Name = name,
            Text = text,
            RunsOnce = runsOnce,
            TeamId = request.Account.Team.Id,
            CreatedAt = request.Now,
        };
        request.Account.Scripts.Add(script);
        return V1Response.Create(Writer, script, request);
    }

    private static SimulatedResponse Update(V1Request request)
    {
        var (script, body) = (Find(request), request.Body);
        var name = body.Has("name") ? body.RequiredString("name") : script.Name;
        var text = body.Has("script") ? body.RequiredString("script") : script.Text;
        var runsOnce = body.Boolean("isRunOnce") ?? script.RunsOnce;
        var isEnabled = body.Boolean("isEnabled") ?? script.IsEnabled;
        body.Validate();
        (script.Name, script.Text, script.RunsOnce, script.IsEnabled) = (name, text, runsOnce, isEnabled);
        return V1Response.Create(Writer, script, request);
    }

    private static SimulatedResponse Delete(V1Request request)
    {
        var script = Find(request);
        request.Account.Delete(script, request.Now);
        return V1Response.Create(Writer, script, request);
    }

    private static SimulatedResponse ChangeMachine(V1Request request, Action<SimulatedMachine, SimulatedScript> change)
    {
        var script = Find(request);
        var machineId = request.Body.RequiredString("machineId");
        request.Body.Validate();
        change(request.ActionMachine(machineId), script);
        return V1Response.Create(Writer, script, request);
    }

    private static void Unassign(SimulatedMachine machine, SimulatedScript script)
    {
        if (machine.ScriptId == script.Id) machine.ScriptId = null;
    }

    private static SimulatedScript Find(V1Request request) =>
        request.Account.Scripts.Find(request.Id) ?? throw V1Errors.NotFound("Startup script");

    private static IEnumerable<string> MachineIds(V1Item<SimulatedScript> item) =>
        item.Request.Account.Readings.MachinesAt(item.Now).Where(machine => machine.ScriptId == item.Value.Id).Select(machine => machine.Id);
}

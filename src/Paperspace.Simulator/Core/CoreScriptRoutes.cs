using System.Text;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class CoreScriptRoutes
{
    private const int MaxBytes = 16 * 1024;

    private static readonly ResourceWriter<SimulatedScript> Writer = new ResourceWriter<SimulatedScript>()
        .String("id", script => script.Id)
        .String("ownerType", _ => "team")
        .String("ownerId", script => script.TeamId)
        .String("name", script => script.Name)
        .String("description", script => script.Description)
        .Date("dtCreated", script => script.CreatedAt)
        .Boolean("isEnabled", script => script.IsEnabled)
        .Boolean("runOnce", script => script.RunsOnce);

    public static void Register(RouteTable<CoreRequest> routes)
    {
        routes.Get("/scripts/getScripts", request => Writer.ToResponse(request.Account.Scripts.All, request.Query));
        routes.Get("/scripts/getScript", Show);
        routes.Get("/scripts/getScriptText", request => JsonResponse.Create(new JValue(request.QueryScript().Text)));
        routes.Post("/scripts/createScript", Create);
        routes.Post("/scripts/{id}/destroy", Destroy);
    }

    private static SimulatedResponse Show(CoreRequest request)
    {
        var script = request.QueryScript();
        var machines = request.Account.Readings.MachinesAt(request.Now)
            .Where(machine => machine.ScriptId == script.Id)
            .Select(machine => new JObject
            {
                ["machineId"] = machine.Id,
                ["dtLastRun"] = IsoDate.Format(request.View(machine).ScriptLastRunAt),
            });
        return JsonResponse.Create(writer =>
        {
            writer.WriteStartObject();
            Writer.WriteProperties(writer, script);
            writer.WritePropertyName("machines");
            new JArray(machines).WriteTo(writer);
            writer.WriteEndObject();
        });
    }

    private static SimulatedResponse Create(CoreRequest request)
    {
        var script = request.IsForm ? ReadForm(request) : ReadJson(request);
        if (Encoding.UTF8.GetByteCount(script.Text) > MaxBytes) throw CoreErrors.Invalid("The script is larger than 16 KB");
        var machineId = request.IsForm ? request.Query.Optional("machineId") : request.Body.String("machineId");
        var machine = machineId is null
            ? null
            : request.Account.Readings.FindMachine(machineId, request.Now) ?? throw CoreErrors.MachineNotFound();
        request.Account.Scripts.Add(script);
        machine?.ScriptId = script.Id;
        return Writer.ToResponse(script);
    }

    private static SimulatedScript ReadJson(CoreRequest request) => new()
    {
        Id = request.Account.NewScriptId(),
        Name = request.Body.RequiredString("scriptName"),
        Text = request.Body.RequiredString("scriptText"),
        Description = request.Body.String("scriptDescription"),
        IsEnabled = request.Body.LooseBoolean("isEnabled") ?? true,
        RunsOnce = request.Body.LooseBoolean("runOnce") ?? false,
        TeamId = request.Account.Team.Id,
        CreatedAt = request.Now,
    };

    // The official Node client sends a file as a form, and everything else in the query.
    private static SimulatedScript ReadForm(CoreRequest request) => new()
    {
        Id = request.Account.NewScriptId(),
        Name = request.Query.Required("scriptName"),
        Text = request.File("file") ?? throw new RequestRejectedException(404, "script not uploded - temporary"),
        Description = request.Query.Optional("scriptDescription"),
        IsEnabled = request.Query.Optional("isEnabled") is null || request.Query.Boolean("isEnabled"),
        RunsOnce = request.Query.Boolean("runOnce"),
        TeamId = request.Account.Team.Id,
        CreatedAt = request.Now,
    };

    private static SimulatedResponse Destroy(CoreRequest request)
    {
        request.Account.Delete(request.PathScript(), request.Now);
        return new SimulatedResponse { Status = 204 };
    }
}

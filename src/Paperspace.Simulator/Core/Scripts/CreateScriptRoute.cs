using System.Text;

namespace Paperspace.Simulator.Core;

internal sealed class CreateScriptRoute() : CoreRoute("POST", "/scripts/createScript")
{
    private const int MaximumBytes = 16 * 1024;

    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var script = request.IsForm ? ReadForm(request) : ReadJson(request.Body, request.Account, request.Now);
        if (Encoding.UTF8.GetByteCount(script.Text) > MaximumBytes)
            throw CoreErrors.Invalid("The script is larger than 16 KB");
        request.Account.Scripts.Add(script);
        return JsonResponse.Create(writer => ScriptJson.Map.Write(writer, script));
    }

    private static SimulatedScript ReadJson(CoreBody body, SimulatedAccount account, DateTimeOffset now) => new()
    {
        Id = account.NewId("sc", 7),
        Name = body.RequiredText("scriptName"),
        Text = body.RequiredText("scriptText"),
        Description = body.Text("scriptDescription"),
        IsEnabled = body.LooseFlag("isEnabled") ?? true,
        RunsOnce = body.LooseFlag("runOnce") ?? false,
        TeamId = account.Team.Id,
        CreatedAt = now,
    };

    // The official Node client sends a file as a form, with everything else in the query.
    private static SimulatedScript ReadForm(CoreRequest request) => new()
    {
        Id = request.Account.NewId("sc", 7),
        Name = request.Query.Required("scriptName"),
        Text = request.File("file") ?? throw new RequestRejectedException(404, "script not uploded - temporary"),
        Description = request.Query.Optional("scriptDescription"),
        IsEnabled = request.Query.Optional("isEnabled") is null || request.Query.Flag("isEnabled"),
        RunsOnce = request.Query.Flag("runOnce"),
        TeamId = request.Account.Team.Id,
        CreatedAt = request.Now,
    };
}

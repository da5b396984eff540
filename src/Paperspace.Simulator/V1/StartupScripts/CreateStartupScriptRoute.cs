namespace Paperspace.Simulator.V1;

internal sealed class CreateStartupScriptRoute() : V1Route("POST", "/startup-scripts")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var name = request.Body.RequiredText("name");
        var text = request.Body.RequiredText("script");
        var runsOnce = request.Body.Flag("isRunOnce") ?? false;
        request.Body.Validate();
        var script = new SimulatedScript
        {
            Id = request.Account.NewId("sc", 7),
            Name = name,
            Text = text,
            RunsOnce = runsOnce,
            TeamId = request.Account.Team.Id,
            CreatedAt = request.Now,
        };
        request.Account.Scripts.Add(script);
        return V1Response.Of(StartupScriptJson.Map, script, request);
    }
}

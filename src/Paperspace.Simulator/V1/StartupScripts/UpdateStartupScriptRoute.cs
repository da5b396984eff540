namespace Paperspace.Simulator.V1;

internal sealed class UpdateStartupScriptRoute() : V1Route("PUT", "/startup-scripts/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var (script, body) = (StartupScriptJson.Find(request), request.Body);
        var name = body.Has("name") ? body.RequiredText("name") : script.Name;
        var text = body.Has("script") ? body.RequiredText("script") : script.Text;
        var runsOnce = body.Flag("isRunOnce") ?? script.RunsOnce;
        var isEnabled = body.Flag("isEnabled") ?? script.IsEnabled;
        body.Validate();
        (script.Name, script.Text, script.RunsOnce, script.IsEnabled) = (name, text, runsOnce, isEnabled);
        return V1Response.Of(StartupScriptJson.Map, script, request);
    }
}

namespace Paperspace.Simulator.Core;

internal sealed class GetScriptTextRoute() : CoreRoute("GET", "/scripts/getScriptText")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var script = request.QueryScript();
        return JsonResponse.Create(writer => writer.WriteValue(script.Text));
    }
}

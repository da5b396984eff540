using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>Describes the Core API: it serves every path that V1 does not, has its own header for the key, and wraps errors.</summary>
internal sealed class CoreApi() : SimulatedApi("", CreateRoutes())
{
    public override string? ReadKey(SimulatedRequest request) => request.Headers.TryGetValue("X-Api-Key", out var key) ? key : null;

    // The only error that is not wrapped. An invalid key is 400, not 401.
    public override SimulatedResponse Unauthorized() => JsonResponse.Create("""{"status":400,"message":"Invalid API token"}""", 400);

    public override SimulatedResponse NotFound() => Rejected(CoreErrors.NotFound());

    public override SimulatedResponse Rejected(AccountRule rule) => Rejected(CoreErrors.Invalid(rule switch
    {
        AccountRule.CapacityIsSufficient =>
            "We are currently out of capacity for the selected VM type. Try again in a few minutes, or select a different instance.",
        AccountRule.MachineLimit => "Your team has reached its limit of machines.",
        _ => "Machine is not in a power state compatible with this request.",
    }));

    public override SimulatedResponse Rejected(RequestRejectedException rejection)
    {
        var error = new JObject { ["name"] = "Error", ["status"] = rejection.Status, ["message"] = rejection.Message };
        return JsonResponse.Create(new JObject { ["error"] = error }, rejection.Status);
    }

    private static IReadOnlyList<Route> CreateRoutes()
    {
        var routes = new RouteTable<CoreRequest>("", request => new CoreRequest(request));
        CoreMachineRoutes.Register(routes);
        CoreUtilizationRoutes.Register(routes);
        CoreTemplateRoutes.Register(routes);
        CoreNetworkRoutes.Register(routes);
        CoreScriptRoutes.Register(routes);
        CoreUserRoutes.Register(routes);
        return routes.Routes;
    }
}

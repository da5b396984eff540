using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>Describes the V1 API: it has bearer tokens and errors with a code.</summary>
internal sealed class V1Api() : SimulatedApi(BasePath, CreateRoutes())
{
    private const string BasePath = "/v1";
    private const string Scheme = "Bearer ";

    public override string? ReadKey(SimulatedRequest request) =>
        request.Headers.TryGetValue("Authorization", out var value) && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value.Substring(Scheme.Length).Trim()
            : null;

    public override SimulatedResponse Unauthorized() =>
        Rejected(new RequestRejectedException(401, "You must be logged in to access this method."));

    public override SimulatedResponse NotFound() => Rejected(V1Errors.NotFound());

    public override SimulatedResponse Rejected(AccountRule rule) => Rejected(V1Errors.Of(rule));

    public override SimulatedResponse Rejected(RequestRejectedException rejection)
    {
        var error = new JObject
        {
            ["message"] = rejection.Message,
            ["code"] = rejection.Code ?? V1Errors.Code(rejection.Status),
        };
        if (rejection is V1InvalidInputException invalid) error.Add(invalid.ToJson());
        return JsonResponse.Create(error, rejection.Status);
    }

    private static IReadOnlyList<Route> CreateRoutes()
    {
        var routes = new RouteTable<V1Request>(BasePath, request => new V1Request(request));
        V1MachineRoutes.Register(routes);
        V1MachineEventRoutes.Register(routes);
        V1AccessorRoutes.Register(routes);
        V1TemplateRoutes.Register(routes);
        V1NetworkRoutes.Register(routes);
        V1ScriptRoutes.Register(routes);
        V1PublicIpRoutes.Register(routes);
        V1SnapshotRoutes.Register(routes);
        V1SharedDriveRoutes.Register(routes);
        V1TeamRoutes.Register(routes);
        V1AccountRoutes.Register(routes);
        return routes.Routes;
    }
}

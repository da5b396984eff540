namespace Paperspace.Simulator;

/// <summary>Describes an API of the account. The one with an empty base path serves every path that no other does.</summary>
internal abstract class SimulatedApi(string basePath, IReadOnlyList<Route> routes)
{
    private static readonly SimulatedApi[] All = [new V1Api(), new CoreApi()];

    private IReadOnlyList<Route> Routes => routes;

    /// <summary>Finds the route that serves a request.</summary>
    public static RouteMatch FindRoute(SimulatedRequest request)
    {
        var api = All.First(api => api.Owns(request.Path));
        var path = Route.Split(request.Path);
        foreach (var route in api.Routes)
            if (route.Match(request.Method, path) is { } parameters)
                return new(api, route, parameters);
        return new(api, null, Route.NoParameters);
    }

    /// <summary>Returns the API key of a request; null if it has none.</summary>
    public abstract string? ReadKey(SimulatedRequest request);

    public abstract SimulatedResponse Unauthorized();

    public abstract SimulatedResponse NotFound();

    public abstract SimulatedResponse Rejected(RequestRejectedException rejection);

    public abstract SimulatedResponse Rejected(AccountRule rule);

    private bool Owns(string path) =>
        path.StartsWith(basePath, StringComparison.Ordinal)
        && (basePath.Length == 0 || path.Length == basePath.Length || path[basePath.Length] == '/');
}

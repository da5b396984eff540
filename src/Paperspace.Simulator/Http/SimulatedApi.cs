namespace Paperspace.Simulator;

/// <summary>Describes one API of the account: its paths, its authentication and the shape of its errors.</summary>
internal abstract class SimulatedApi
{
    private readonly Route[] _routes;

    /// <param name="basePath">What its paths begin with; empty for the API that has all others.</param>
    /// <param name="routeType">The base class of its routes.</param>
    protected SimulatedApi(string basePath, Type routeType)
    {
        BasePath = basePath;
        _routes =
        [
            .. routeType.Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(routeType) && !type.IsAbstract)
                .Select(type => (Route)Activator.CreateInstance(type)!),
        ];
    }

    public string BasePath { get; }

    /// <summary>Returns the API key of a request; null when it has none.</summary>
    public abstract string? ReadKey(SimulatedRequest request);

    /// <summary>Returns the response to a request without a known key.</summary>
    public abstract SimulatedResponse Unauthorized(Route route);

    /// <summary>Returns the response to a request that no route serves.</summary>
    public abstract SimulatedResponse NotFound();

    /// <summary>Returns the response to a request that a route refused.</summary>
    public abstract SimulatedResponse Rejected(RequestRejectedException rejection);

    /// <summary>Returns the response to a request that breaks a rule of the account.</summary>
    public abstract SimulatedResponse Rejected(AccountRule rule);

    public bool Owns(string path) =>
        path.StartsWith(BasePath, StringComparison.Ordinal)
        && (BasePath.Length == 0 || path.Length == BasePath.Length || path[BasePath.Length] == '/');

    public RouteMatch Match(SimulatedRequest request)
    {
        var path = Route.Segments(request.Path);
        foreach (var route in _routes)
        {
            if (route.Matches(request.Method, path, out var parameters))
                return new(this, route, parameters);
        }

        return new(this, null, Route.NoParameters);
    }
}

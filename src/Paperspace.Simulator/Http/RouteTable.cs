namespace Paperspace.Simulator;

/// <summary>Registers the routes of one API.</summary>
/// <param name="basePath">The path prefix of all routes.</param>
/// <param name="read">Parses a request as the API does.</param>
internal sealed class RouteTable<TRequest>(string basePath, Func<RouteRequest, TRequest> read)
{
    private readonly List<Route> _routes = [];

    public IReadOnlyList<Route> Routes => _routes;

    public Route Get(string path, Func<TRequest, SimulatedResponse> respond) => Add("GET", path, respond);

    public Route Post(string path, Func<TRequest, SimulatedResponse> respond) => Add("POST", path, respond);

    public Route Put(string path, Func<TRequest, SimulatedResponse> respond) => Add("PUT", path, respond);

    public Route Patch(string path, Func<TRequest, SimulatedResponse> respond) => Add("PATCH", path, respond);

    public Route Delete(string path, Func<TRequest, SimulatedResponse> respond) => Add("DELETE", path, respond);

    private Route Add(string method, string path, Func<TRequest, SimulatedResponse> respond)
    {
        var route = new Route(method, basePath + path, request => respond(read(request)));
        _routes.Add(route);
        return route;
    }
}

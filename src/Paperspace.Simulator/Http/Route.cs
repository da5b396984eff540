namespace Paperspace.Simulator;

/// <summary>Represents an operation of an API at a path, in which <c>{name}</c> is a parameter.</summary>
internal sealed class Route(string method, string template, Func<RouteRequest, SimulatedResponse> respond)
{
    private readonly string[] _template = Split(template);

    public static IReadOnlyDictionary<string, string> NoParameters { get; } = new Dictionary<string, string>();

    /// <summary>Gets the name under which requests are counted, such as <c>POST /machines/{id}/stop</c>.</summary>
    public string Name { get; } = $"{method} {template}";

    public bool RequiresKey { get; set; } = true;

    /// <summary>Gets or sets the response to a request without a valid key; null for the API's error.</summary>
    public SimulatedResponse? UnauthorizedResponse { get; set; }

    public static string[] Split(string path) => path.TrimEnd('/').Split('/');

    public SimulatedResponse Respond(RouteRequest request) => respond(request);

    /// <summary>Returns the decoded parameters of a path; null if the route does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string requestMethod, string[] path)
    {
        if (requestMethod != method || path.Length != _template.Length) return null;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < path.Length; i++)
        {
            if (_template[i].StartsWith("{", StringComparison.Ordinal))
                parameters[_template[i].Trim('{', '}')] = Uri.UnescapeDataString(path[i]);
            else if (_template[i] != path[i])
                return null;
        }

        return parameters;
    }
}

/// <summary>Represents a request's API, its route (null if there is none) and the decoded path parameters.</summary>
internal sealed record RouteMatch(SimulatedApi Api, Route? Route, IReadOnlyDictionary<string, string> Parameters)
{
    public string Name => Route?.Name ?? "(no route)";
}

/// <summary>Represents a request as a route receives it, with the moment at which it is served.</summary>
internal sealed record RouteRequest(
    SimulatedAccount Account,
    SimulatedRequest Http,
    IReadOnlyDictionary<string, string> Parameters,
    DateTimeOffset Now);

namespace Paperspace.Simulator;

/// <summary>Counts the requests that an account has received so far.</summary>
/// <param name="Total">The number of all requests.</param>
/// <param name="MostInFlight">The maximum number of concurrent requests.</param>
/// <param name="Routes">The requests by route, such as <c>POST /machines/{id}/stop</c>.</param>
public sealed record RequestCounts(int Total, int MostInFlight, IReadOnlyDictionary<string, RouteCount> Routes)
{
    /// <summary>Gets the requests of one route; zero if it was never called.</summary>
    /// <param name="route">The name of the route, such as <c>POST /machines/{id}/stop</c>.</param>
    public RouteCount this[string route] => Routes.TryGetValue(route, out var count) ? count : default;
}

/// <summary>Counts the requests of one route.</summary>
/// <param name="Total">The number of all requests.</param>
/// <param name="MostInFlight">The maximum number of concurrent requests.</param>
public readonly record struct RouteCount(int Total, int MostInFlight);

namespace Paperspace.Simulator;

/// <summary>Counts the requests that an account has received so far.</summary>
/// <param name="Total">All requests.</param>
/// <param name="MostInFlight">The largest number of requests that were in flight at the same time.</param>
/// <param name="Routes">The requests of each route that was called, by names like <c>POST /machines/{id}/stop</c>.</param>
public sealed record RequestCounts(int Total, int MostInFlight, IReadOnlyDictionary<string, RouteCount> Routes)
{
    /// <summary>Gets the requests of one route; zero if it was never called.</summary>
    /// <param name="route">The name, like <c>POST /machines/{id}/stop</c>.</param>
    public RouteCount this[string route] => Routes.TryGetValue(route, out var count) ? count : default;
}

/// <summary>Counts the requests of one route.</summary>
/// <param name="Total">All requests so far.</param>
/// <param name="MostInFlight">The largest number of requests that were in flight at the same time.</param>
public readonly record struct RouteCount(int Total, int MostInFlight);

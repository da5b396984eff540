namespace Paperspace.Simulator;

/// <summary>Counts the requests that an account has had up to one moment.</summary>
/// <param name="Total">All of them.</param>
/// <param name="MostInFlight">The most that were in flight at once.</param>
/// <param name="Routes">Those of each route that was called, by names like <c>POST /machines/{id}/stop</c>.</param>
public sealed record RequestCounts(int Total, int MostInFlight, IReadOnlyDictionary<string, RouteCount> Routes)
{
    /// <summary>Gets the requests of one route; zero for one that was never called.</summary>
    /// <param name="route">Its name, like <c>POST /machines/{id}/stop</c>.</param>
    public RouteCount this[string route] => Routes.TryGetValue(route, out var count) ? count : default;
}

namespace Paperspace.Simulator;

/// <summary>Counts the requests of one route.</summary>
/// <param name="Total">Requests so far.</param>
/// <param name="MostInFlight">The most that were in flight at once.</param>
public readonly record struct RouteCount(int Total, int MostInFlight);

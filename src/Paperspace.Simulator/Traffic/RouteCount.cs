namespace Paperspace.Simulator;

/// <summary>How often a route was called.</summary>
/// <param name="Total">Requests so far.</param>
/// <param name="MostInFlight">The most that were being answered at once.</param>
public readonly record struct RouteCount(int Total, int MostInFlight);

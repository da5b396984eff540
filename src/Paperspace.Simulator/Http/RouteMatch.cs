namespace Paperspace.Simulator;

/// <summary>Says which route of which API serves a request.</summary>
/// <param name="Api">The API that the path belongs to.</param>
/// <param name="Route">The route; null when the API has none for the method and path.</param>
/// <param name="Parameters">The parameters of the path, decoded.</param>
internal sealed record RouteMatch(SimulatedApi Api, Route? Route, IReadOnlyDictionary<string, string> Parameters)
{
    private const string NoRoute = "(no route)";

    /// <summary>Gets what the request is counted as.</summary>
    public string Name => Route?.Name ?? NoRoute;
}

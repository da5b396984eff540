namespace Paperspace.Simulator;

/// <summary>Holds a request as a route gets it.</summary>
/// <param name="Account">The account that it reads or changes.</param>
/// <param name="Http">The request itself.</param>
/// <param name="Parameters">The parameters of the path, decoded.</param>
/// <param name="Now">The one moment at which the whole request is served.</param>
internal sealed record RouteRequest(
    SimulatedAccount Account,
    SimulatedRequest Http,
    IReadOnlyDictionary<string, string> Parameters,
    DateTimeOffset Now);

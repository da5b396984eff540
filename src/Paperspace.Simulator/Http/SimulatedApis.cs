namespace Paperspace.Simulator;

/// <summary>Finds the API that a request is for, by the longest base path.</summary>
internal static class SimulatedApis
{
    private static readonly SimulatedApi[] All =
    [
        .. typeof(SimulatedApi).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SimulatedApi)))
            .Select(type => (SimulatedApi)Activator.CreateInstance(type)!)
            .OrderByDescending(api => api.BasePath.Length),
    ];

    public static RouteMatch Match(SimulatedRequest request) => All.First(api => api.Owns(request.Path)).Match(request);
}

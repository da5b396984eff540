namespace Paperspace.Simulator;

/// <summary>Every route of this assembly.</summary>
internal static class RouteTable
{
    /// <summary>What requests that no route serves are counted as.</summary>
    public const string NoRoute = "(no route)";

    private static readonly Route[] All =
    [
        .. typeof(Route).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Route)) && !type.IsAbstract)
            .Select(type => (Route)Activator.CreateInstance(type)!),
    ];

    public static Route? Find(SimulatedRequest request, out string id)
    {
        var path = Route.Segments(request.Path);
        id = "";
        foreach (var route in All)
        {
            if (route.Serves(request.Method, path, out id))
                return route;
        }

        return null;
    }
}

namespace Paperspace.Simulator;

/// <summary>One request on its way through: which route serves it and what goes wrong with it. In flight until it is disposed.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly TrafficLog _traffic;
    private readonly string _route;

    public Exchange(SimulatedRequest request, TrafficLog traffic, FaultPlan faults)
    {
        Request = request;
        Route = RouteTable.Find(request, out var id);
        Id = id;
        _traffic = traffic;
        _route = Route?.Name ?? RouteTable.NoRoute;
        _traffic.Enter(_route, request);
        Fault = faults.Take(request);
    }

    public SimulatedRequest Request { get; }

    /// <summary>The operation that is asked for; null when there is none like it.</summary>
    public Route? Route { get; }

    /// <summary>What stands for <c>{id}</c> in the path.</summary>
    public string Id { get; }

    public SimulatedFault? Fault { get; }

    public void Dispose() => _traffic.Leave(_route);
}

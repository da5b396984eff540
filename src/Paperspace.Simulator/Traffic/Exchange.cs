namespace Paperspace.Simulator;

/// <summary>Represents a request with its route and fault. The request is in flight until this is disposed.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly TrafficLog _traffic;

    public Exchange(SimulatedRequest request, TrafficLog traffic, FaultQueue faults)
    {
        Request = request;
        Match = SimulatedApi.FindRoute(request);
        _traffic = traffic;
        _traffic.Enter(Match.Name, request);
        Fault = faults.Take(request);
    }

    public SimulatedRequest Request { get; }

    public RouteMatch Match { get; }

    public SimulatedFault? Fault { get; }

    public void Dispose() => _traffic.Leave(Match.Name);
}

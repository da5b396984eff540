namespace Paperspace.Simulator;

/// <summary>Counts and keeps the requests of an account, under a lock of its own: those waiting for the account's are in flight.</summary>
internal sealed class TrafficLog(int capacity)
{
    private readonly object _gate = new();
    private readonly RequestCounter _all = new();
    private readonly Dictionary<string, RequestCounter> _routes = new(StringComparer.Ordinal);
    private readonly Queue<SimulatedRequest> _latest = new();

    public RequestCounts Counts
    {
        get
        {
            lock (_gate)
            {
                var (total, most) = _all.Snapshot();
                return new(total, most, _routes.ToDictionary(route => route.Key, route => route.Value.Snapshot()));
            }
        }
    }

    public IReadOnlyList<SimulatedRequest> Latest
    {
        get
        {
            lock (_gate)
                return [.. _latest];
        }
    }

    public void Enter(string route, SimulatedRequest request)
    {
        lock (_gate)
        {
            _all.Enter();
            if (!_routes.TryGetValue(route, out var counter))
                _routes.Add(route, counter = new());
            counter.Enter();
            if (capacity == 0)
                return;
            if (_latest.Count == capacity)
                _latest.Dequeue();
            _latest.Enqueue(request);
        }
    }

    public void Leave(string route)
    {
        lock (_gate)
        {
            _all.Leave();
            _routes[route].Leave();
        }
    }
}

namespace Paperspace.Simulator;

/// <summary>Counts and keeps the requests of an account, under its own lock: requests that wait for the account are in flight.</summary>
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
                var (total, max) = _all.Snapshot();
                return new(total, max, _routes.ToDictionary(route => route.Key, route => route.Value.Snapshot()));
            }
        }
    }

    public IReadOnlyList<SimulatedRequest> Latest
    {
        get
        {
            lock (_gate) return [.. _latest];
        }
    }

    public void Enter(string route, SimulatedRequest request)
    {
        lock (_gate)
        {
            _all.Enter();
            if (!_routes.TryGetValue(route, out var counter)) _routes.Add(route, counter = new());
            counter.Enter();
            if (capacity == 0) return;
            if (_latest.Count == capacity) _latest.Dequeue();
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

    private sealed class RequestCounter
    {
        private int _total;
        private int _inFlight;
        private int _mostInFlight;

        public void Enter()
        {
            _total++;
            _mostInFlight = Math.Max(_mostInFlight, ++_inFlight);
        }

        public void Leave() => _inFlight--;

        public RouteCount Snapshot() => new(_total, _mostInFlight);
    }
}

using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>Holds the faults that will happen, in the order in which they were injected.</summary>
internal sealed class FaultQueue
{
    private readonly object _gate = new();
    private readonly List<SimulatedFault> _pending = [];

    public void Add(SimulatedFault fault)
    {
        lock (_gate) _pending.Add(fault);
    }

    public SimulatedFault? Take(SimulatedRequest request)
    {
        lock (_gate)
        {
            var found = _pending.FindIndex(fault => fault.Matches(request));
            if (found < 0) return null;
            var fault = _pending[found];
            if (fault.Times > 1)
                _pending[found] = fault with { Times = fault.Times - 1 };
            else
                _pending.RemoveAt(found);
            return fault;
        }
    }

    public static SimulatedResponse Respond(SimulatedFault fault)
    {
        var headers = fault.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        if (fault.RetryAfter is { } delay)
            headers["Retry-After"] = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new()
        {
            Status = fault.Status,
            Body = fault.Body,
            ContentType = fault.Body is null ? null : fault.ContentType,
            Headers = headers,
            Dropped = fault.DropsConnection,
        };
    }
}

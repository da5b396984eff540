namespace Paperspace.Simulator;

/// <summary>Holds the pending faults, in the order in which they were injected.</summary>
internal sealed class FaultQueue(SimulatorOptions options)
{
    private readonly object _gate = new();
    private readonly DeterministicRandom _random = new(options.RandomSeed);
    private readonly List<SimulatedFault> _pending = [.. options.Faults];
    private long _draws;

    public void Add(SimulatedFault fault)
    {
        lock (_gate) _pending.Add(fault);
    }

    public SimulatedFault? Take(SimulatedRequest request)
    {
        lock (_gate)
        {
            var found = _pending.FindIndex(fault => fault.Matches(request) && Happens(fault));
            if (found < 0) return null;
            var fault = _pending[found];
            if (fault.Times > 1)
                _pending[found] = fault with { Times = fault.Times - 1 };
            else
                _pending.RemoveAt(found);
            return fault;
        }
    }

    private bool Happens(SimulatedFault fault) =>
        fault.Probability >= 1 || _random.Fraction(RandomPurpose.Fault, ++_draws) < fault.Probability;
}

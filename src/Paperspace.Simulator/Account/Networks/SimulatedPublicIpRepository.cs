namespace Paperspace.Simulator;

/// <summary>Holds the public addresses of the account, out of the block that is reserved for benchmarks (198.18.0.0/15).</summary>
internal sealed class SimulatedPublicIpRepository
{
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>The addresses that the account keeps, with a machine or without.</summary>
    public IReadOnlyCollection<string> Held => [.. _held];

    /// <summary>Gives an address for one run of a machine.</summary>
    public string Lend()
    {
        var host = _next++ % (2 * 256 * 254);
        return $"198.{18 + (host / (256 * 254))}.{host / 254 % 256}.{1 + (host % 254)}";
    }

    /// <summary>Gives a static address, which the account holds until it is released.</summary>
    public string Acquire()
    {
        var address = Lend();
        _held.Add(address);
        return address;
    }

    public void Release(string address) => _held.Remove(address);
}

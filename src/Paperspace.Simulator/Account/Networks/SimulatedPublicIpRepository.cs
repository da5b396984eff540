namespace Paperspace.Simulator;

/// <summary>Holds the public addresses of the account, out of the block that is reserved for benchmarks (198.18.0.0/15).</summary>
internal sealed class SimulatedPublicIpRepository
{
    private readonly List<SimulatedPublicIp> _held = [];
    private int _next;

    /// <summary>Gets the static addresses that the account keeps, with a machine or without.</summary>
    public IReadOnlyList<SimulatedPublicIp> Held => _held;

    /// <summary>Assigns an address for one run of a machine.</summary>
    public string Lend()
    {
        var host = _next++ % (2 * 256 * 254);
        return $"198.{18 + (host / (256 * 254))}.{host / 254 % 256}.{1 + (host % 254)}";
    }

    public SimulatedPublicIp? Find(string address) => _held.Find(held => held.Address == address);

    /// <summary>Claims a static address, which the account holds until it is released.</summary>
    public SimulatedPublicIp Acquire(string region, DateTimeOffset now)
    {
        var acquired = new SimulatedPublicIp { Address = Lend(), Region = region, CreatedAt = now };
        _held.Add(acquired);
        return acquired;
    }

    /// <summary>Takes the address from its machine and releases it.</summary>
    public void Release(SimulatedPublicIp address)
    {
        Unassign(address);
        _held.Remove(address);
    }

    /// <summary>Assigns a machine the address; the static one that it had is kept unassigned, the dynamic one is gone.</summary>
    public static void Assign(SimulatedPublicIp address, SimulatedMachine machine)
    {
        if (machine.StaticIp is { } previous && previous != address)
            Unassign(previous);
        machine.HasDynamicIp = false;
        machine.StaticIp = address;
        address.Machine = machine;
    }

    /// <summary>Takes the address from its machine.</summary>
    public static void Unassign(SimulatedPublicIp address)
    {
        if (address.Machine is { } machine && machine.StaticIp == address)
            machine.StaticIp = null;
        address.Machine = null;
    }
}

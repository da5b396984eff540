namespace Paperspace.Simulator;

internal sealed class SimulatedPublicIp
{
    public required string Address { get; init; }

    /// <summary>Gets or sets the code of the region.</summary>
    public required string Region { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets the machine that has the address; null if it is unassigned.</summary>
    public SimulatedMachine? Machine { get; set; }

    /// <summary>Returns the id of the machine that has the address; null if it is unassigned.</summary>
    public string? AssignedMachineId(DateTimeOffset now) => Machine is { } machine && !machine.IsRemoved(now) ? machine.Id : null;
}

/// <summary>Holds the public IP addresses of the account, from the block reserved for benchmarks (198.18.0.0/15).</summary>
internal sealed class SimulatedPublicIpRepository
{
    private readonly List<SimulatedPublicIp> _held = [];
    private int _next;

    /// <summary>Gets the static addresses of the account, assigned or not.</summary>
    public IReadOnlyList<SimulatedPublicIp> Held => _held;

    /// <summary>Assigns an address for one run of a machine.</summary>
    public string Lend()
    {
        var host = _next++ % (2 * 256 * 254);
        return $"198.{18 + (host / (256 * 254))}.{host / 254 % 256}.{1 + (host % 254)}";
    }

    public SimulatedPublicIp? Find(string address) => _held.Find(held => held.Address == address);

    /// <summary>Claims a static address, which the account keeps until it is released.</summary>
    public SimulatedPublicIp Acquire(string region, DateTimeOffset now)
    {
        var acquired = new SimulatedPublicIp { Address = Lend(), Region = region, CreatedAt = now };
        _held.Add(acquired);
        return acquired;
    }

    public void Release(SimulatedPublicIp address)
    {
        Unassign(address);
        _held.Remove(address);
    }

    /// <summary>
    /// Assigns the address to a machine. The machine loses its dynamic address and keeps no other static one, which
    /// becomes unassigned.
    /// </summary>
    public static void Assign(SimulatedPublicIp address, SimulatedMachine machine)
    {
        if (machine.StaticIp is { } previous && previous != address) Unassign(previous);
        machine.HasDynamicIp = false;
        machine.StaticIp = address;
        address.Machine = machine;
    }

    public static void Unassign(SimulatedPublicIp address)
    {
        if (address.Machine is { } machine && machine.StaticIp == address) machine.StaticIp = null;
        address.Machine = null;
    }
}

internal enum SimulatedPublicIpType
{
    None,
    Dynamic,
    Static,
}

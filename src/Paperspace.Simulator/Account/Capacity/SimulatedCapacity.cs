namespace Paperspace.Simulator;

/// <summary>Knows which machine types can be had where: as published, unless it was set otherwise.</summary>
internal sealed class SimulatedCapacity
{
    private readonly Dictionary<(string Region, string MachineType), bool> _set = [];

    public void Set(string region, string machineType, bool available) => _set[(region, machineType)] = available;

    public bool Has(string region, SimulatedMachineType type) =>
        _set.TryGetValue((region, type.Name), out var available) ? available : type.Regions.Contains(region);
}

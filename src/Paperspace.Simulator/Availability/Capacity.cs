namespace Paperspace.Simulator;

/// <summary>Which machine types can be had where: as published, unless a test says otherwise.</summary>
internal sealed class Capacity
{
    private readonly Dictionary<(string Region, string MachineType), bool> _told = [];

    public void Set(string region, string machineType, bool available) => _told[(region, machineType)] = available;

    public bool Has(string region, MachineType type) =>
        _told.TryGetValue((region, type.Name), out var available) ? available : type.Regions.Contains(region);
}

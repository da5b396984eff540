namespace Paperspace.Simulator.V1;

/// <summary>Finds machine types by their labels.</summary>
internal static class MachineTypeLookup
{
    /// <summary>Returns the type of a label, whatever its case.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public static SimulatedMachineType Find(string label) => TryFind(label) ?? throw V1Errors.NotFound("Machine type");

    /// <summary>Returns the type of a label, whatever its case; null when there is none.</summary>
    public static SimulatedMachineType? TryFind(string label) => SimulatedMachineTypeCatalog.All.FirstOrDefault(
        type => string.Equals(type.Name, label, StringComparison.OrdinalIgnoreCase));
}

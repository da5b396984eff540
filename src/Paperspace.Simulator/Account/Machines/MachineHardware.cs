namespace Paperspace.Simulator;

/// <summary>Holds what a machine is made of.</summary>
/// <param name="Type">The machine type.</param>
/// <param name="Size">The storage in GB.</param>
internal sealed record MachineHardware(SimulatedMachineType Type, int Size)
{
    /// <summary>Gets the storage in bytes.</summary>
    public long StorageTotal => (long)Size << 30;
}

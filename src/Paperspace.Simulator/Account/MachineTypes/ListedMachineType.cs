namespace Paperspace.Simulator;

/// <summary>Represents a machine type of the price list, with memory in GB and prices in US dollars.</summary>
internal sealed record ListedMachineType(int Cpus, decimal Memory, int Gpus, decimal GpuMemory, decimal Hourly, decimal Monthly);

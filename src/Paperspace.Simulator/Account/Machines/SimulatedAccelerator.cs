namespace Paperspace.Simulator;

/// <summary>Describes the GPUs of a machine type.</summary>
/// <param name="Name">The model.</param>
/// <param name="Memory">Bytes of memory of each.</param>
/// <param name="Count">How many there are.</param>
internal sealed record SimulatedAccelerator(string Name, long Memory, int Count);

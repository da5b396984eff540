namespace Paperspace.Simulator.V1;

/// <summary>Holds an event with the machine that it is about.</summary>
internal sealed record LoggedEvent(SimulatedMachine Machine, SimulatedMachineEvent Event);

namespace Paperspace.Simulator.V1;

/// <summary>Holds a user who has access to a machine, or had it.</summary>
internal sealed record Accessor(SimulatedUser User, DateTimeOffset? RemovedAt);

namespace Paperspace.Simulator;

/// <summary>Holds the state of a machine from one moment on.</summary>
/// <param name="At">When the state begins.</param>
/// <param name="State">The state.</param>
/// <param name="DynamicIp">The dynamic public address that the machine has meanwhile; null when it has none.</param>
internal readonly record struct StateStep(DateTimeOffset At, string State, string? DynamicIp = null);

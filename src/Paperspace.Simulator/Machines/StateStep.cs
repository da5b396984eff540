namespace Paperspace.Simulator;

/// <summary>The state of a machine from one moment on.</summary>
/// <param name="At">When it begins.</param>
/// <param name="State">The state.</param>
/// <param name="DynamicIp">The public address that this run of the machine has; null when it has none.</param>
internal readonly record struct StateStep(DateTimeOffset At, string State, string? DynamicIp = null);

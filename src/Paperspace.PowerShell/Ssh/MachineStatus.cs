namespace Paperspace.PowerShell;

/// <summary>Represents what a command is doing with a machine, for its progress.</summary>
/// <param name="Activity">The activity, which the name of the machine follows, such as <c>Starting</c>.</param>
/// <param name="State">What is known of it, such as <c>connection refused</c>.</param>
/// <param name="Since">When it began.</param>
/// <param name="Limit">How long it may take; null for any time.</param>
internal sealed record MachineStatus(string Activity, string State, DateTimeOffset Since, TimeSpan? Limit);

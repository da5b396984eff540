namespace Paperspace.Simulator;

/// <summary>Says how one start of a machine goes.</summary>
/// <param name="DynamicIp">The address that the machine gets until it stops; null when it gets none.</param>
/// <param name="Failure">How it fails; null when it succeeds.</param>
internal sealed record StartOutcome(string? DynamicIp, StartFailure? Failure);

namespace Paperspace.Simulator;

/// <summary>How one start of a machine goes.</summary>
/// <param name="DynamicIp">The address that it gets for this run; null when it gets none.</param>
/// <param name="Failure">What its event fails with; null when it succeeds.</param>
internal sealed record Boot(string? DynamicIp, string? Failure);

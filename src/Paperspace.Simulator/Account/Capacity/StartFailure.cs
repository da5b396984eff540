namespace Paperspace.Simulator;

/// <summary>Says how a start fails.</summary>
/// <param name="Message">What its event says; null when it says nothing.</param>
/// <param name="ReportsEnd">Whether its event tells when it ended.</param>
internal sealed record StartFailure(string? Message, bool ReportsEnd = true);

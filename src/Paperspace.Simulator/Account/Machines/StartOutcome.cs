namespace Paperspace.Simulator;

/// <summary>Describes the outcome of a start: the dynamic address until the machine stops, and the failure, if any.</summary>
internal sealed record StartOutcome(string? DynamicIp, StartFailure? Failure);

/// <summary>
/// Describes the failure of a start: the error message of its event, if any, and whether the event reports when it
/// ended.
/// </summary>
internal sealed record StartFailure(string? Message, bool ReportsEnd = true)
{
    public static StartFailure InsufficientCapacity { get; } = new(
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.");
}

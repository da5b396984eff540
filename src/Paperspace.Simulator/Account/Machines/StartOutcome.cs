namespace Paperspace.Simulator;

/// <summary>Describes how a start ends: the address of the machine until it stops, and the failure, if any.</summary>
internal sealed record StartOutcome(string? DynamicIp, StartFailure? Failure);

/// <summary>Describes how a start fails: the error of its event if it has one, and whether the event says when it ended.</summary>
internal sealed record StartFailure(string? Message, bool ReportsEnd = true)
{
    public static StartFailure InsufficientCapacity { get; } = new(
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.");
}

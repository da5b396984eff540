namespace Paperspace.Simulator;

internal sealed class StartFailures
{
    private readonly List<(string? IdOrName, StartFailure Failure)> _pending = [];

    public static StartFailure InsufficientCapacity { get; } = new(
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.");

    public void Add(string? idOrName, StartFailure failure) => _pending.Add((idOrName, failure));

    /// <summary>Takes the failure of this start of the machine; null if it succeeds.</summary>
    public StartFailure? Take(SimulatedMachine machine)
    {
        var found = _pending.FindIndex(pending => pending.IdOrName is null || machine.Matches(pending.IdOrName));
        if (found < 0) return null;
        var failure = _pending[found].Failure;
        _pending.RemoveAt(found);
        return failure;
    }
}

/// <summary>Describes how a start fails: the error of its event if it has one, and whether the event says when it ended.</summary>
internal sealed record StartFailure(string? Message, bool ReportsEnd = true);

/// <summary>Describes how a start ends: the address of the machine until it stops, and the failure, if any.</summary>
internal sealed record StartOutcome(string? DynamicIp, StartFailure? Failure);

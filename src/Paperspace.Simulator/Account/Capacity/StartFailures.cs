namespace Paperspace.Simulator;

/// <summary>Holds the starts that are to fail.</summary>
internal sealed class StartFailures
{
    private readonly List<(string? IdOrName, StartFailure Failure)> _pending = [];

    public static StartFailure InsufficientCapacity { get; } = new(
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.");

    public void Add(string? idOrName, StartFailure failure) => _pending.Add((idOrName, failure));

    /// <summary>Takes the failure of this start of the machine; null when it succeeds.</summary>
    public StartFailure? Take(SimulatedMachine machine)
    {
        var found = _pending.FindIndex(pending => pending.IdOrName is null || machine.Matches(pending.IdOrName));
        if (found < 0)
            return null;
        var failure = _pending[found].Failure;
        _pending.RemoveAt(found);
        return failure;
    }
}

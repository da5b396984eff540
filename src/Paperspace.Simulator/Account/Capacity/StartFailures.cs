namespace Paperspace.Simulator;

/// <summary>Holds the starts that are to fail.</summary>
internal sealed class StartFailures
{
    public const string InsufficientCapacity =
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.";

    private readonly List<(string? IdOrName, string Message)> _pending = [];

    public void Add(string? idOrName, string message) => _pending.Add((idOrName, message));

    /// <summary>Takes the message with which this start of the machine fails; null when it succeeds.</summary>
    public string? Take(SimulatedMachine machine)
    {
        var found = _pending.FindIndex(failure => failure.IdOrName is null || machine.Matches(failure.IdOrName));
        if (found < 0)
            return null;
        var message = _pending[found].Message;
        _pending.RemoveAt(found);
        return message;
    }
}

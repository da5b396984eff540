namespace Paperspace.Simulator;

/// <summary>The starts that a test wants to fail.</summary>
internal sealed class StartFailures
{
    public const string Capacity =
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.";

    private readonly List<(string? IdOrName, string Message)> _ordered = [];

    public void Add(string? idOrName, string message) => _ordered.Add((idOrName, message));

    /// <summary>The message with which this start of the machine fails; null when it succeeds. A failure is used up.</summary>
    public string? Take(Machine machine)
    {
        var found = _ordered.FindIndex(failure => failure.IdOrName is null || machine.Answers(failure.IdOrName));
        if (found < 0)
            return null;
        var message = _ordered[found].Message;
        _ordered.RemoveAt(found);
        return message;
    }
}

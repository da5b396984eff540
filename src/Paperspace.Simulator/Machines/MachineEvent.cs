namespace Paperspace.Simulator;

/// <summary>One event of a machine, with its whole course planned when it was asked for.</summary>
/// <param name="Ordinal">Its number in the life of the machine.</param>
/// <param name="Name">What happens.</param>
/// <param name="CreatedAt">From when on it can be seen, as <c>new</c>.</param>
/// <param name="StartedAt">From when on it is in progress.</param>
/// <param name="FinishedAt">From when on it has its outcome.</param>
/// <param name="Settled">What the machine goes back to when the event is cancelled.</param>
internal sealed record MachineEvent(
    int Ordinal,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    StateStep Settled)
{
    public string Outcome { get; init; } = EventState.Done;

    public string ErrorMessage { get; init; } = "";

    public bool IsFinished(DateTimeOffset now) => now >= FinishedAt;

    public string StateAt(DateTimeOffset now) =>
        IsFinished(now) ? Outcome : now >= StartedAt ? EventState.InProgress : EventState.New;

    public DateTimeOffset ModifiedAt(DateTimeOffset now) =>
        IsFinished(now) ? FinishedAt : now >= StartedAt ? StartedAt : CreatedAt;

    /// <summary>The same event, ended at a moment before its planned end.</summary>
    public MachineEvent CancelledAt(DateTimeOffset now) => this with
    {
        StartedAt = StartedAt < now ? StartedAt : now,
        FinishedAt = now,
        Outcome = EventState.Cancelled,
        ErrorMessage = "",
    };
}

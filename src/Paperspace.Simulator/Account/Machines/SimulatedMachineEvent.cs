namespace Paperspace.Simulator;

/// <summary>Holds one event of a machine, planned to its end when it was asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Ordinal">Its number among the machine's events.</param>
/// <param name="Name">What happens.</param>
/// <param name="CreatedAt">From when on it can be seen, as <c>new</c>.</param>
/// <param name="StartedAt">From when on it is in progress.</param>
/// <param name="FinishedAt">From when on it has its outcome.</param>
/// <param name="Before">What the machine goes back to when the event is cancelled.</param>
internal sealed record SimulatedMachineEvent(
    Guid Id,
    int Ordinal,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    StateStep Before)
{
    public string Outcome { get; init; } = SimulatedEventState.Done;

    /// <summary>Gets or sets why it failed; null when it did not, or does not say.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets or sets whether it tells when it ended.</summary>
    public bool ReportsEnd { get; init; } = true;

    /// <summary>Returns when it ended; null when it has not, or does not tell.</summary>
    public DateTimeOffset? EndedAt(DateTimeOffset now) => IsFinished(now) && ReportsEnd ? FinishedAt : null;

    public bool IsFinished(DateTimeOffset now) => now >= FinishedAt;

    public bool IsStarted(DateTimeOffset now) => now >= StartedAt;

    public string StateAt(DateTimeOffset now) =>
        IsFinished(now) ? Outcome : IsStarted(now) ? SimulatedEventState.InProgress : SimulatedEventState.New;

    public DateTimeOffset ModifiedAt(DateTimeOffset now) =>
        IsFinished(now) ? FinishedAt : IsStarted(now) ? StartedAt : CreatedAt;

    /// <summary>Returns the same event, cancelled at a moment before its planned end.</summary>
    public SimulatedMachineEvent CancelledAt(DateTimeOffset now) => this with
    {
        StartedAt = StartedAt < now ? StartedAt : now,
        FinishedAt = now,
        Outcome = SimulatedEventState.Cancelled,
        ErrorMessage = null,
    };
}

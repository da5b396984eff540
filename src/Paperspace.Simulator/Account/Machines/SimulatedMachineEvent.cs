namespace Paperspace.Simulator;

/// <summary>
/// Represents an event of a machine, which is planned to its end when it is created: it is <c>new</c>, then <c>in progress</c>, then
/// has its outcome. Cancelling it returns the machine to its previous state.
/// </summary>
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

    /// <summary>Gets or sets the error message; null if the event does not fail, or fails without one.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets or sets whether the event reports when it ended.</summary>
    public bool ReportsEnd { get; init; } = true;

    public bool IsFinished(DateTimeOffset now) => now >= FinishedAt;

    public bool IsStarted(DateTimeOffset now) => now >= StartedAt;

    public string StateAt(DateTimeOffset now) =>
        IsFinished(now) ? Outcome : IsStarted(now) ? SimulatedEventState.InProgress : SimulatedEventState.New;

    /// <summary>Returns the event, cancelled at a moment before its planned end.</summary>
    public SimulatedMachineEvent CancelledAt(DateTimeOffset now) => this with
    {
        StartedAt = StartedAt < now ? StartedAt : now,
        FinishedAt = now,
        Outcome = SimulatedEventState.Cancelled,
        ErrorMessage = null,
    };
}

internal static class SimulatedEventName
{
    public const string Create = "create";
    public const string Start = "start";
    public const string Stop = "stop";
    public const string Restart = "restart";
    public const string Deactivate = "deactivate";
    public const string BillSessions = "bill-sessions";
    public const string SnapshotCreate = "snapshot-create";
    public const string SnapshotDelete = "snapshot-delete";
    public const string SnapshotRestore = "snapshot-restore";
    public const string TemplateCreate = "template-create";
    public const string BillUpgrade = "bill-upgrade";
    public const string Upgrade = "vm-upgrade";
}

internal static class SimulatedEventState
{
    public const string New = "new";
    public const string InProgress = "in progress";
    public const string Done = "done";
    public const string Error = "error";
    public const string Cancelled = "cancelled";
}

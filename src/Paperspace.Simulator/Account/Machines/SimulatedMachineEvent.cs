namespace Paperspace.Simulator;

/// <summary>
/// Holds one event of a machine, which is planned to its end when it is created: it is <c>new</c>, then <c>in progress</c>, then has its
/// outcome. A cancelled event returns the machine to the state before.
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

    /// <summary>Gets or sets why it failed; null if it did not, or does not say why.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets or sets whether it says when it ended.</summary>
    public bool ReportsEnd { get; init; } = true;

    public bool IsFinished(DateTimeOffset now) => now >= FinishedAt;

    public bool IsStarted(DateTimeOffset now) => now >= StartedAt;

    public string StateAt(DateTimeOffset now) =>
        IsFinished(now) ? Outcome : IsStarted(now) ? SimulatedEventState.InProgress : SimulatedEventState.New;

    /// <summary>Returns the same event, cancelled at a moment before its planned end.</summary>
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

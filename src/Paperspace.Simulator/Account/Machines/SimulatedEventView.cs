namespace Paperspace.Simulator;

/// <summary>Views an event at a moment.</summary>
internal readonly record struct SimulatedEventView(SimulatedMachine Machine, SimulatedMachineEvent Event, DateTimeOffset Now)
{
    public string Id => Event.Id.ToString("D");

    public string State => Event.StateAt(Now);

    public string? ErrorMessage => Event.IsFinished(Now) ? Event.ErrorMessage : null;

    public DateTimeOffset? StartedAt => Event.IsStarted(Now) ? Event.StartedAt : null;

    public DateTimeOffset? EndedAt => Event.IsFinished(Now) && Event.ReportsEnd ? Event.FinishedAt : null;

    public DateTimeOffset ModifiedAt =>
        Event.IsFinished(Now) ? Event.FinishedAt : Event.IsStarted(Now) ? Event.StartedAt : Event.CreatedAt;
}

namespace Paperspace.Simulator;

/// <summary>
/// Represents the states and events of a machine, past and planned. An action appends to the plan and a reading looks up a moment in it, so
/// nothing has to run between requests.
/// </summary>
internal sealed class SimulatedMachineTimeline
{
    private readonly List<StateStep> _steps = [];
    private readonly List<SimulatedMachineEvent> _events = [];
    private int _ordinals;

    /// <summary>Gets the state after everything that is planned.</summary>
    public StateStep Last => _steps.Count > 0 ? _steps[_steps.Count - 1] : new(DateTimeOffset.MinValue, SimulatedMachineState.Off);

    public int NextOrdinal() => ++_ordinals;

    public void Add(StateStep step) => _steps.Add(step);

    public void Add(SimulatedMachineEvent planned) => _events.Add(planned);

    public StateStep At(DateTimeOffset now)
    {
        var i = _steps.Count - 1;
        while (i > 0 && _steps[i].At > now) i--;
        return _steps[i];
    }

    /// <summary>Returns the events that exist at a moment, newest first.</summary>
    public IEnumerable<SimulatedMachineEvent> EventsAt(DateTimeOffset now) =>
        _events.Where(planned => planned.CreatedAt <= now)
            .OrderByDescending(planned => planned.CreatedAt)
            .ThenByDescending(planned => planned.Ordinal);

    public SimulatedMachineEvent? Find(Guid id, DateTimeOffset now) =>
        _events.Find(planned => planned.Id == id && planned.CreatedAt <= now);

    /// <summary>Returns whether an event with the name is planned or in progress.</summary>
    public bool IsPending(string name, DateTimeOffset now) => _events.Exists(planned => planned.Name == name && !planned.IsFinished(now));

    /// <summary>Returns the event in progress or the next one; null if there is none.</summary>
    public SimulatedMachineEvent? Pending(DateTimeOffset now) => _events.Find(planned => !planned.IsFinished(now));

    /// <summary>Returns when the last event with one of the names was done; null if there is none.</summary>
    public DateTimeOffset? LastDone(DateTimeOffset now, params string[] names) =>
        _events.FindLast(planned => names.Contains(planned.Name) && planned.StateAt(now) == SimulatedEventState.Done)?.FinishedAt;

    /// <summary>Drops everything that is planned after a moment, and cancels the events in progress.</summary>
    public void CutAt(DateTimeOffset now)
    {
        _steps.RemoveAll(step => step.At > now);
        _events.RemoveAll(planned => planned.CreatedAt > now);
        for (var i = 0; i < _events.Count; i++)
            if (!_events[i].IsFinished(now))
                _events[i] = _events[i].CancelledAt(now);
    }

    public TimeSpan RunningWithin(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        for (var i = 0; i < _steps.Count; i++)
        {
            var begins = _steps[i].At > from ? _steps[i].At : from;
            var ends = i + 1 < _steps.Count && _steps[i + 1].At < to ? _steps[i + 1].At : to;
            if (SimulatedMachineState.IsRunning(_steps[i].State) && ends > begins) total += ends - begins;
        }

        return total;
    }
}

namespace Paperspace.Client.Waiting;

/// <summary>One machine that is waited for, and what is known of it.</summary>
internal sealed class AwaitedMachine
{
    /// <summary>How long the state that is read after an action may be the one before it, so that resting says nothing yet.</summary>
    private static readonly TimeSpan StaleFor = TimeSpan.FromSeconds(3);

    /// <summary>How long a machine may be on its way before it is looked at whether it got stuck.</summary>
    private static readonly TimeSpan LongOnItsWay = TimeSpan.FromMinutes(5);

    /// <summary>How long one that exists but is in no list is left alone.</summary>
    private static readonly TimeSpan LookPauseOfUnlisted = TimeSpan.FromSeconds(15);

    private readonly List<MachineExpectation> _open;
    private string? _judgedState;
    private bool _isUnlisted;
    private bool _hasMoved;

    /// <summary>Starts to wait.</summary>
    /// <param name="id">The machine.</param>
    /// <param name="expectations">For what.</param>
    public AwaitedMachine(string id, IEnumerable<MachineExpectation> expectations)
    {
        Id = id;
        _open = [.. expectations];
        if (_open.Find(expectation => expectation.Baseline is not null)?.Baseline?.Machine is not { } before) return;
        LastSeen = new Sighting(before, before.LastEvent);
        _judgedState = State(before);
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>How many expectations of it are open.</summary>
    public int OpenCount => _open.Count;

    /// <summary>How it was last seen; null until then.</summary>
    public Sighting? LastSeen { get; private set; }

    /// <summary>When its events were last looked at, counted from the beginning of the wait; null until then.</summary>
    public TimeSpan? LookedAt { get; private set; }

    /// <summary>Notes how it is in a list, without events.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="now">How long the wait has taken.</param>
    public Interest SeeListed(Machine machine, TimeSpan now)
    {
        var state = State(machine);
        _isUnlisted = false;
        _hasMoved |= LastSeen is not null && !MachineStates.Is(state, State(LastSeen.Machine));
        LastSeen = new Sighting(machine, LastSeen?.NewestEvent);
        if (!MachineStates.Is(state, _judgedState)) _judgedState = null;
        if (_judgedState is null && _open.Exists(expectation => IsOverBy(expectation, state))) return Interest.Certain;
        var isDue = _open.TrueForAll(expectation => IsOnItsWay(expectation, state))
            ? now - (LookedAt ?? TimeSpan.Zero) >= LongOnItsWay
            : now >= StaleFor;
        return isDue ? Interest.Suspected : Interest.None;
    }

    /// <summary>Notes that it is in no list: it is gone, or moved between two pages while they were read.</summary>
    public Interest SeeUnlisted(TimeSpan now)
    {
        var isDue = !_isUnlisted || LookedAt is not { } before || now - before >= LookPauseOfUnlisted;
        _isUnlisted = true;
        return isDue ? Interest.Certain : Interest.None;
    }

    /// <summary>Looks at it with its events.</summary>
    public IReadOnlyList<MachineArrival> Look(Machine machine, TimeSpan now)
    {
        LookedAt = now;
        LastSeen = new Sighting(machine, machine.LastEvent ?? LastSeen?.NewestEvent);
        _judgedState = State(machine);
        return End(expectation => WaitJudge.Judge(expectation, machine));
    }

    /// <summary>Ends what its state before the action has met already.</summary>
    public IReadOnlyList<MachineArrival> EndNoOps() => End(expectation =>
        expectation.IsMetByBaseline ? WaitEnd.Arrived(expectation, expectation.Baseline!.Machine) : null);

    /// <summary>Ends the wait since there is no such machine.</summary>
    public IReadOnlyList<MachineArrival> EndGone(PaperspaceException notFound) =>
        End(expectation => WaitEnd.Gone(expectation, LastSeen, notFound));

    /// <summary>Ends the wait since the API does not show this machine, for a reason that stays.</summary>
    public IReadOnlyList<MachineArrival> EndRefused(PaperspaceException refusal) =>
        End(expectation => new MachineArrival(expectation, null, refusal));

    /// <summary>Ends the wait at the time limit.</summary>
    public IReadOnlyList<MachineArrival> EndTimedOut(TimeSpan timeout, string? lastFailure) =>
        End(expectation => WaitEnd.TimedOut(expectation, LastSeen, timeout, lastFailure));

    private List<MachineArrival> End(Func<MachineExpectation, MachineArrival?> judge)
    {
        var arrivals = new List<MachineArrival>();
        _open.RemoveAll(expectation =>
        {
            if (judge(expectation) is not { } arrival) return false;
            arrivals.Add(arrival);
            return true;
        });
        return arrivals;
    }

    private bool IsOverBy(MachineExpectation expectation, string state) =>
        expectation.IsMetIn(state) || (_hasMoved && expectation.State is not null && !IsOnItsWay(expectation, state));

    private static bool IsOnItsWay(MachineExpectation expectation, string state) =>
        MachineTransitions.IsPassing(state)
        || (MachineStates.Is(state, MachineStates.ServiceReady) && MachineStates.Is(expectation.State, MachineStates.Ready));

    private static string State(Machine machine) => machine.State ?? "";
}

namespace Paperspace.Client.Waiting;

/// <summary>What is known of one machine that is waited for.</summary>
internal sealed class AwaitedMachine
{
    private readonly DateTimeOffset _began;
    private DateTimeOffset _nextLook;
    private string? _stateAtLook;
    private bool _hasMoved;

    /// <summary>Starts to wait.</summary>
    /// <param name="expectation">For what.</param>
    /// <param name="began">When.</param>
    public AwaitedMachine(MachineExpectation expectation, DateTimeOffset began)
    {
        Expectation = expectation;
        _began = began;
        Seen = expectation.Baseline?.Machine;
    }

    /// <summary>What is waited for.</summary>
    public MachineExpectation Expectation { get; }

    /// <summary>The id.</summary>
    public string Id => Expectation.MachineId;

    /// <summary>The machine as last seen; null until then.</summary>
    public Machine? Seen { get; private set; }

    /// <summary>The newest event that was seen.</summary>
    public MachineEvent? SeenEvent { get; private set; }

    /// <summary>How long a state that has not moved since the action is taken for a stale one.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Notes how the machine is now.</summary>
    public void See(Machine machine)
    {
        _hasMoved |= Seen is not null && !MachineStates.Is(machine.State, Seen.State);
        Seen = machine;
        SeenEvent = machine.LastEvent ?? SeenEvent;
    }

    /// <summary>Whether the state says that the wait may be over, so that the events are worth asking for.</summary>
    /// <param name="machine">The machine, without events.</param>
    /// <param name="now">The time.</param>
    /// <param name="isCheap">Whether few enough machines are waited for to ask each time.</param>
    public bool IsWorthALook(Machine machine, DateTimeOffset now, bool isCheap)
    {
        if (!IsAtRest(machine.State) && !MachineStates.Satisfies(machine.State, Expectation.State ?? "")) return false;
        if (isCheap) return true;
        // Just after an action the old state is read for a while; only one that moved says something.
        if (Expectation.Baseline is not null && !_hasMoved && now - _began < Grace) return false;
        return !MachineStates.Is(machine.State, _stateAtLook) || now >= _nextLook;
    }

    /// <summary>Notes that the events were looked at and left the wait open.</summary>
    public void Looked(DateTimeOffset now)
    {
        _stateAtLook = Seen?.State;
        _nextLook = now + Grace;
    }

    /// <summary>Whether an action that can be a no-op has had the time to show an event, had it caused one.</summary>
    public bool IsPastGrace(DateTimeOffset now) => now - _began >= Grace;

    private static bool IsAtRest(string? state) => MachineStates.Is(state, MachineStates.Off) || MachineStates.IsRunning(state);
}

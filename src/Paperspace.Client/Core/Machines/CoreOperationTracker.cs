using Paperspace.Client.Waiting;

namespace Paperspace.Client.Core.Machines;

/// <summary>Finds out through the Core API what became of operations: by the states that lists give, and by the events of each machine
/// that may be where it is to be.</summary>
internal sealed class CoreOperationTracker : IOperationTracker
{
    private readonly IMachineClient _client;
    private readonly MachinePoll _poll;
    private readonly TimeProvider _time;
    private readonly Deadline _started;
    private readonly List<TrackedMachine> _machines;

    /// <summary>Creates a tracker; sends nothing.</summary>
    public CoreOperationTracker(IMachineClient client, MachinePoll poll, IReadOnlyCollection<MachineWaitCondition> conditions, TimeProvider time)
    {
        _client = client;
        _poll = poll;
        _time = time;
        _started = new Deadline(time, TimeSpan.MaxValue);
        _machines =
        [
            .. conditions
                .GroupBy(condition => condition.MachineId, StringComparer.Ordinal)
                .Select(group => new TrackedMachine(group.Key, group)),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<OperationState> GetStatesWithoutRequest()
    {
        var ended = _machines.SelectMany(machine => machine.EndWithoutRequest()).ToArray();
        _machines.RemoveAll(machine => !machine.IsOpen);
        return ended;
    }

    /// <inheritdoc/>
    public IPager<OperationState> GetStates(bool isFinal)
    {
        _machines.RemoveAll(machine => !machine.IsOpen);
        return new CoreOperationRound(_client, isFinal ? null : _poll, _machines, _started, _time);
    }
}

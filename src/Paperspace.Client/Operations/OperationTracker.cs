using Paperspace.Client.Waiting;

namespace Paperspace.Client.Operations;

/// <summary>Finds out what became of operations: by polls of all machines, and by reading each machine that may be where it is to
/// be.</summary>
internal sealed class OperationTracker : IOperationTracker
{
    private readonly Func<TrackedMachine, CancellationToken, Task<Machine>> _read;
    private readonly IMachinePoll _poll;
    private readonly TimeProvider _time;
    private readonly Deadline _started;
    private readonly List<TrackedMachine> _machines;

    /// <summary>Creates a tracker; sends nothing.</summary>
    /// <param name="read">Reads a machine with its events.</param>
    /// <param name="poll">Finds out which to read.</param>
    /// <param name="evaluator">Evaluates what is known of a machine.</param>
    /// <param name="conditions">What is waited for.</param>
    /// <param name="time">The clock.</param>
    public OperationTracker(
        Func<TrackedMachine, CancellationToken, Task<Machine>> read,
        IMachinePoll poll,
        IOperationEvaluator evaluator,
        IReadOnlyCollection<MachineWaitCondition> conditions,
        TimeProvider time)
    {
        _read = read;
        _poll = poll;
        _time = time;
        _started = new Deadline(time, TimeSpan.MaxValue);
        _machines =
        [
            .. conditions
                .GroupBy(condition => condition.MachineId, StringComparer.Ordinal)
                .Select(group => new TrackedMachine(group.Key, group, evaluator)),
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
        return new OperationRound(_read, isFinal ? null : _poll, _machines, _started, _time);
    }
}

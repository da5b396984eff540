using Paperspace.Client.Operations;
using Paperspace.Client.Paging;

namespace Paperspace.Client.V1.Machines;

/// <summary>Finds out with few requests what became of many machines: by one list of the events of all, and one of all states.</summary>
/// <remarks>Where both lists are long, rounds take turns with them.</remarks>
internal sealed class V1MachinePoll : IMachinePoll
{
    /// <summary>The greatest number of pages a round.</summary>
    private const int MostPages = 12;

    /// <summary>One that the lists do not tell of is read no more often than this.</summary>
    private static readonly TimeSpan ReadInterval = TimeSpan.FromSeconds(15);

    private readonly MachineRequests _requests;
    private readonly V1OperationEvaluator _evaluator;
    private readonly MachineEventLog _log;
    private readonly Dictionary<string, Machine> _listed = new(StringComparer.Ordinal);
    private int _statePages = 1;
    private int _eventPages = 1;
    private bool _isStatesTurn;

    /// <summary>Creates a poll; sends nothing.</summary>
    public V1MachinePoll(MachineRequests requests, V1OperationEvaluator evaluator, TimeProvider time)
    {
        _requests = requests;
        _evaluator = evaluator;
        _log = new MachineEventLog(requests, time);
    }

    /// <inheritdoc/>
    public async Task<bool> PollAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        RefreshQueue queue,
        ICollection<OperationState> ended,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        if (machines.Count <= _statePages)
        {
            foreach (var machine in machines) queue.Add(machine, RefreshPriority.Required);
            return false;
        }

        // Without an event to look for, only the states tell whose events matter.
        _isStatesTurn |= !_log.HasBeenRead && machines.All(machine => MachineEventLog.GetEventIds(machine).Count == 0);
        var left = MostPages;
        var priorities = new Dictionary<string, RefreshPriority>(StringComparer.Ordinal);
        if (!_isStatesTurn) left -= await ReadEventsAsync(machines, left, cancellationToken).ConfigureAwait(false);
        var lists = _isStatesTurn || Math.Max(_statePages, machines.Count / V1Lists.PageSize) <= left;
        if (lists) left -= await ReadStatesAsync(machines, priorities, now, cancellationToken).ConfigureAwait(false);
        if (_isStatesTurn && _eventPages <= left) await ReadEventsAsync(machines, left, cancellationToken).ConfigureAwait(false);
        _isStatesTurn = !lists;
        foreach (var machine in machines) Evaluate(machine, priorities, queue, ended, now);
        return true;
    }

    private void Evaluate(
        TrackedMachine machine,
        Dictionary<string, RefreshPriority> priorities,
        RefreshQueue queue,
        ICollection<OperationState> ended,
        TimeSpan now)
    {
        var isDue = machine.ReadAt is not { } readAt || now - readAt >= ReadInterval;
        var wants = priorities.TryGetValue(machine.Id, out var priority) ? priority : RefreshPriority.None;
        if (!_listed.TryGetValue(machine.Id, out var listed))
        {
            queue.Add(machine, wants);
            return;
        }

        // Without having seen any events, nothing can be said of a state.
        if (!_log.HasBeenRead) return;
        listed.Events = _log.GetEvents(machine.Id);
        foreach (var state in machine.EndCompleted(condition => _evaluator.Evaluate(condition, listed, isStateNew: false), now))
            ended.Add(state);
        if (!machine.IsOpen) return;
        var hasEvents = MachineEventLog.GetEventIds(machine).Count > 0;
        // That a machine is gone is told by the lists of machines, whatever the events of that many say.
        var needsEvents = _log.IsMissing(machine) && !machine.Open.All(condition => condition.IsRemoval);
        if (needsEvents || (hasEvents && machine.Open.Any(condition => V1OperationEvaluator.IsSuspect(condition, listed))))
            queue.Add(machine, isDue ? RefreshPriority.Required : RefreshPriority.None);
        else if (!hasEvents)
            queue.Add(machine, wants);
    }

    private async Task<int> ReadEventsAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        int mostPages,
        CancellationToken cancellationToken) =>
        _eventPages = await _log.ReadAsync(machines, mostPages, cancellationToken).ConfigureAwait(false);

    private async Task<int> ReadStatesAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        Dictionary<string, RefreshPriority> priorities,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        var missing = machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var pages = 0;
        using var pager = new CursorPager<Machine>(
            (page, token) => _requests.ListAsync([], page, token),
            machine => machine.Id,
            V1Lists.PageSize);
        // Reading each machine by itself would cost less than more pages than there are machines.
        while (missing.Count > 0 && pages < machines.Count && await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages++;
            foreach (var listed in page)
            {
                if (!missing.TryGetValue(listed.Id, out var machine)) continue;
                missing.Remove(listed.Id);
                // A list that shows what was deleted says no more than one that does not.
                if (listed.DtDeleted is not null) missing.Add(listed.Id, machine);
                else Note(machine, listed, priorities, now);
            }
        }

        _statePages = Math.Max(pages, 1);
        foreach (var machine in missing.Values)
        {
            _listed.Remove(machine.Id);
            priorities[machine.Id] = machine.NoteUnlisted(now);
        }

        return pages;
    }

    private void Note(TrackedMachine machine, Machine listed, Dictionary<string, RefreshPriority> priorities, TimeSpan now)
    {
        _log.AddRead(machine);
        _listed[machine.Id] = listed;
        priorities[machine.Id] = machine.NoteListed(listed, now);
    }
}

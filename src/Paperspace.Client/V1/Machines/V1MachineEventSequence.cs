namespace Paperspace.Client;

/// <summary>Relates the events of a machine to an operation on it.</summary>
/// <remarks>Without an operation, only the newest transition matters.</remarks>
internal sealed class V1MachineEventSequence
{
    /// <summary>The events of one update may have any order within this time.</summary>
    private static readonly TimeSpan EventOrderTolerance = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<MachineEvent> _own;
    private readonly IReadOnlyList<MachineEvent> _transitions;
    private readonly IReadOnlyList<MachineEvent> _deletions;
    private readonly bool _hasOwn;
    private readonly bool _hasIds;
    private readonly bool _isCreate;
    private readonly bool _isIncomplete;

    /// <param name="events">The events of the machine, in any order.</param>
    public V1MachineEventSequence(IReadOnlyList<MachineEvent> events, Operation operation)
    {
        var ids = operation.EventIds;
        _hasIds = ids.Count > 0;
        _isCreate = operation.CreatesMachine;
        var sorted = events.OrderByDescending(item => item.DtCreated ?? DateTimeOffset.MaxValue).ToArray();
        _own = [.. sorted.Where(item => item.Handle is not null && ids.Contains(item.Handle, StringComparer.Ordinal))];
        _isIncomplete = _own.Count < ids.Count;
        _deletions = [.. sorted.Where(MachineEvents.IsDeletion)];
        _hasOwn = _own.Count > 0;
        var began = _own.Count > 0 ? _own.Min(item => item.DtCreated) : null;
        if (operation is { HasAction: true, TargetState: null, IsRemoval: false })
        {
            // An update creates several events; ignore billing events.
            var since = (began ?? operation.Machine?.DtModified) - EventOrderTolerance;
            _own =
            [
                .. _own,
                .. sorted.Where(item =>
                    !_own.Contains(item) && item.DtCreated >= since && !item.Name.EqualsIgnoreCase(MachineEventNames.BillSessions)),
            ];
        }

        _transitions = [.. sorted.Where(item => MachineEvents.IsPowerTransition(item) && (began is null || item.DtCreated >= began))];
    }

    /// <summary>Gets whether an event of the operation, or a later transition, is in progress or unknown.</summary>
    public bool IsInProgress => _isIncomplete || _own.Any(MachineEvents.IsPending) || MachineEvents.IsInProgress(_transitions);

    /// <summary>Gets whether an event of the operation is unknown, and no known one is in progress.</summary>
    public bool IsEventMissing =>
        _isIncomplete && !_own.Any(MachineEvents.IsPending) && !MachineEvents.IsInProgress(_transitions);

    /// <summary>Gets whether the machine is being deleted.</summary>
    public bool IsDeletion => _deletions.Any(item => !MachineEvents.HasFailed(item));

    private MachineEvent? Newest => _transitions.Count > 0 ? _transitions[0] : null;

    private MachineEvent? NewestDeletion => _deletions.Count > 0 ? _deletions[0] : null;

    /// <summary>
    /// Gets whether the newest transition should have started the machine and has ended, so that a machine that is off
    /// stays off.
    /// </summary>
    public bool EndedWithoutStart => Newest is { } newest
        && MachineEvents.LeadsTo(newest, MachineStates.Ready)
        && !newest.Name.EqualsIgnoreCase(MachineEventNames.Create)
        && (_hasOwn || newest.State.EqualsIgnoreCase(MachineEventStates.Error));

    /// <summary>Finds the event that failed the operation, or the transition to a state.</summary>
    /// <param name="state">The target state; null for none.</param>
    public MachineEvent? FindFailure(string? state, bool isMet)
    {
        if (_hasOwn)
        {
            // A later success supersedes an earlier failure.
            if (isMet && state is not null && Newest is { } last && MachineEvents.IsDone(last)) return null;
            // A create is followed by a start of its own; any other event is somebody else's.
            return (_isCreate && !isMet ? _own.Concat(_transitions) : _own).FirstOrDefault(MachineEvents.HasFailed);
        }

        return !_hasIds
            && !isMet
            && state is not null
            && Newest is { } newest
            && MachineEvents.HasFailed(newest)
            && MachineEvents.LeadsTo(newest, state)
            ? newest
            : null;
    }

    /// <summary>Finds a completed later transition that leads away from the target state of the operation.</summary>
    public MachineEvent? FindOverride(string state) =>
        _hasOwn
        && Newest is { } newest
        && !_own.Contains(newest)
        && MachineEvents.IsDone(newest)
        && !MachineEvents.LeadsTo(newest, state)
            ? newest
            : null;

    /// <summary>Finds the event that failed the deletion, unless a later deletion is in progress.</summary>
    public MachineEvent? FindDeletionFailure() =>
        _hasIds ? _own.FirstOrDefault(MachineEvents.HasFailed)
        : NewestDeletion is { } newest && MachineEvents.HasFailed(newest) ? newest
        : null;
}

using Paperspace.Client.Operations;

namespace Paperspace.Client.V1.Machines;

/// <summary>Tells what the events of a machine mean for an operation on it, by the rules of the V1 API.</summary>
/// <remarks>
/// An event in the state <c>error</c> has failed where it has a message or no end; otherwise it has only ended, and the machine tells how.
/// Without an operation, the newest transition alone is looked at.
/// </remarks>
internal sealed class MachineEventSequence
{
    /// <summary>Events of one update may come in any order.</summary>
    private static readonly TimeSpan Disorder = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<MachineEvent> _own;
    private readonly IReadOnlyList<MachineEvent> _transitions;
    private readonly IReadOnlyList<MachineEvent> _deletions;
    private readonly bool _hasOperation;
    private readonly bool _isIncomplete;

    /// <summary>Creates a sequence.</summary>
    /// <param name="events">The machine's events, in any order.</param>
    /// <param name="operation">The operation; null where only a state is waited for.</param>
    public MachineEventSequence(IReadOnlyList<MachineEvent> events, ResourceOperation? operation)
    {
        var ids = operation?.EventIds ?? [];
        var sorted = events.OrderByDescending(item => item.DtCreated ?? DateTimeOffset.MaxValue).ToArray();
        _own = [.. sorted.Where(item => item.Handle is not null && ids.Contains(item.Handle, StringComparer.Ordinal))];
        _isIncomplete = _own.Count < ids.Count;
        _deletions = [.. sorted.Where(MachineTransitions.IsDeactivation)];
        _hasOperation = _own.Count > 0;
        var begin = _own.Count > 0 ? _own.Min(item => item.DtCreated) : null;
        if (operation is { TargetState: null } && !MachineStates.Is(operation.Action, MachineEventNames.Deactivate))
        {
            // An update begins several events at once, of any kind; what is billed meanwhile is none of it.
            var since = (begin ?? operation.Machine?.DtModified) - Disorder;
            _own =
            [
                .. _own,
                .. sorted.Where(item =>
                    !_own.Contains(item) && item.DtCreated >= since && !MachineStates.Is(item.Name, MachineEventNames.BillSessions)),
            ];
        }

        _transitions =
        [
            .. sorted.Where(item =>
                MachineTransitions.IsTransition(item)
                && !MachineTransitions.IsDeactivation(item)
                && (begin is null || item.DtCreated >= begin)),
        ];
    }

    /// <summary>Gets whether an event of the operation, or a transition after it, has not ended, or is not known.</summary>
    public bool IsUnderWay => _isIncomplete || _own.Any(IsOpen) || MachineTransitions.IsUnderWay(_transitions);

    /// <summary>Gets whether the machine is being deleted.</summary>
    public bool IsDeletion => _deletions.Any(item => !HasFailed(item));

    private MachineEvent? Newest => _transitions.Count > 0 ? _transitions[0] : null;

    private MachineEvent? NewestDeletion => _deletions.Count > 0 ? _deletions[0] : null;

    /// <summary>Gets whether the newest transition was to start the machine, and has ended, so that a machine that is off will stay
    /// so.</summary>
    public bool EndedWithoutStart => Newest is { } newest
        && MachineTransitions.LeadsTo(newest, MachineStates.Ready)
        && !MachineStates.Is(newest.Name, MachineEventNames.Create)
        && (_hasOperation || MachineStates.Is(newest.State, MachineEventStates.Error));

    /// <summary>Finds the event that says that the operation, or what was to lead to a state, has failed.</summary>
    /// <param name="state">The state that is waited for; null for none.</param>
    /// <param name="isMet">Whether the machine is there.</param>
    public MachineEvent? FindFailure(string? state, bool isMet)
    {
        if (_hasOperation)
        {
            // Whoever tried again made good for a failure.
            if (isMet && state is not null && Newest is { } last && MachineStates.Is(last.State, MachineEventStates.Done)) return null;
            return _own.Concat(_transitions).FirstOrDefault(HasFailed);
        }

        return !isMet && state is not null && Newest is { } newest && HasFailed(newest) && MachineTransitions.LeadsTo(newest, state)
            ? newest
            : null;
    }

    /// <summary>Finds the event that says that the deletion has failed, where none after it goes on.</summary>
    public MachineEvent? FindDeletionFailure() =>
        _hasOperation ? _own.FirstOrDefault(HasFailed) : NewestDeletion is { } newest && HasFailed(newest) ? newest : null;

    /// <summary>Returns whether an event has not ended.</summary>
    public static bool IsOpen(MachineEvent item) =>
        MachineEventStates.IsPending(item.State)
        || (item.DtFinished is null && !MachineStates.Is(item.State, MachineEventStates.Done) && !MachineEventStates.IsFailure(item.State));

    /// <summary>Returns whether an event has failed.</summary>
    public static bool HasFailed(MachineEvent item) =>
        MachineStates.Is(item.State, MachineEventStates.Cancelled)
        || (MachineStates.Is(item.State, MachineEventStates.Error)
            && (!string.IsNullOrWhiteSpace(item.ErrorMsg) || item.DtFinished is null));
}

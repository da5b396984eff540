namespace Paperspace.Client;

/// <summary>Finds the events that started or stopped a machine.</summary>
internal static class PowerChanges
{
    /// <summary>Returns the changes, earliest first. Failed and pending events change nothing.</summary>
    /// <param name="events">The events, in any order.</param>
    /// <param name="machine">The machine, whose state decides the newest event if that is inconclusive; null if unknown.</param>
    public static IReadOnlyList<PowerChange> Find(IReadOnlyCollection<MachineEvent> events, Machine? machine)
    {
        var sorted = events
            .Where(item => item.DtCreated is not null && RunsAfter(item) is not null)
            .OrderBy(item => item.DtCreated)
            .ToArray();
        var changes = new List<PowerChange>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
            if (FindChange(sorted[i], sorted.Skip(i + 1), machine) is { } change)
                changes.Add(change);
        changes.Sort((one, other) => one.At.CompareTo(other.At));
        return changes;
    }

    private static PowerChange? FindChange(MachineEvent item, IEnumerable<MachineEvent> later, Machine? machine)
    {
        var isRunning = RunsAfter(item) == true;
        var outcome = MachineEvents.GetOutcome(item);
        switch (outcome)
        {
            case MachineEventOutcome.Failed or MachineEventOutcome.Cancelled:
                return null;
            case MachineEventOutcome.Inconclusive:
                // A later event decides, or the machine's state.
                var next = later.FirstOrDefault(MachineEvents.IsDone);
                var hasFailed = next is not null
                    ? RunsAfter(next) == isRunning && !next.Name.EqualsIgnoreCase(MachineEventNames.Restart)
                    : machine?.ReadAt >= item.DtFinished && MachineStates.IsBilled(machine.State) != isRunning;
                return hasFailed ? null : new PowerChange(item.DtFinished!.Value, isRunning, item, IsCertain: false);
            // Billing ends when a deletion starts.
            case var _ when MachineEvents.IsDeletion(item):
                return new PowerChange(item.DtStarted ?? item.DtCreated!.Value, false, item, IsCertain: true);
            // A pending event before a completed one has ended, although it is not marked.
            case MachineEventOutcome.Pending when !later.Any(MachineEvents.IsDone):
                return null;
            default:
                return new PowerChange(
                    item.DtFinished ?? item.DtStarted ?? item.DtCreated!.Value,
                    isRunning,
                    item,
                    IsCertain: outcome == MachineEventOutcome.Succeeded);
        }
    }

    /// <summary>Returns whether a machine runs after an event of this name; null if it runs as before.</summary>
    private static bool? RunsAfter(MachineEvent item) => item.Name?.ToLowerInvariant() switch
    {
        MachineEventNames.Start or MachineEventNames.Restart => true,
        MachineEventNames.Stop or MachineEventNames.ForcedShutdown or MachineEventNames.Deactivate => false,
        _ => null,
    };
}

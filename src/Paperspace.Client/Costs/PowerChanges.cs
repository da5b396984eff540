namespace Paperspace.Client.Costs;

/// <summary>Finds among a machine's events those that made it run or go off.</summary>
internal static class PowerChanges
{
    /// <summary>Returns the changes, the earliest first. What failed or goes on has changed nothing.</summary>
    /// <param name="events">The events, in any order.</param>
    /// <param name="machine">The machine, whose state tells what became of the newest event where that itself does not; null where it is
    /// not known.</param>
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
        if (MachineStates.Is(item.State, MachineEventStates.Cancelled)) return null;
        if (MachineStates.Is(item.State, MachineEventStates.Error))
        {
            // An error without a message may be a success: then what follows tells, or the machine itself.
            if (!string.IsNullOrWhiteSpace(item.ErrorMsg) || item.DtFinished is null) return null;
            var next = later.FirstOrDefault(other => MachineStates.Is(other.State, MachineEventStates.Done));
            var hasFailed = next is not null ? RunsAfter(next) == isRunning && !MachineStates.Is(next.Name, MachineEventNames.Restart)
                : machine?.ReadAt >= item.DtFinished && MachineStates.IsBilled(machine.State) != isRunning;
            return hasFailed ? null : new PowerChange(item.DtFinished.Value, isRunning, item, IsCertain: false);
        }

        // A deletion counts from when it began. What was never marked as ended has ended all the same once something after it is done.
        var isPending = MachineEventStates.IsPending(item.State);
        if (MachineStates.Is(item.Name, MachineEventNames.Deactivate))
            return new PowerChange(item.DtStarted ?? item.DtCreated!.Value, false, item, IsCertain: true);
        if (isPending && !later.Any(other => MachineStates.Is(other.State, MachineEventStates.Done))) return null;
        return new PowerChange(item.DtFinished ?? item.DtStarted ?? item.DtCreated!.Value, isRunning, item, IsCertain: !isPending);
    }

    /// <summary>Returns whether a machine runs after an event of this name; null where it is as before.</summary>
    private static bool? RunsAfter(MachineEvent item) => item.Name?.ToLowerInvariant() switch
    {
        MachineEventNames.Start or MachineEventNames.Restart => true,
        MachineEventNames.Stop or MachineEventNames.ForcedShutdown or MachineEventNames.Deactivate => false,
        _ => null,
    };
}

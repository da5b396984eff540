using System.Globalization;

namespace Paperspace.Client;

/// <summary>Estimates the usage of a machine and its storage in a month from its rates and running time.</summary>
internal static class UtilizationEstimate
{
    /// <summary>Returns the estimate.</summary>
    /// <param name="machine">The machine with its rates.</param>
    /// <param name="time">When it ran.</param>
    /// <param name="now">The current time.</param>
    /// <param name="warnings">The warnings of its event list.</param>
    public static MachineUtilization Create(
        Machine machine, RunningTime time, BillingMonth month, DateTimeOffset now, IReadOnlyCollection<string> warnings)
    {
        var end = now < month.End ? now : month.End;
        // Without its creation time, a machine may have existed before its first known event.
        var kept = new RunningInterval(time.CreatedAt ?? month.Start, time.DeletedAt ?? now).Within(month.Start, end);
        var missing = FindMissing(machine, time, month, end).Concat(warnings).ToArray();
        var isUnderstated = warnings.Count > 0 || time.FutureChange is not null || (time.RunsContraryToEvents && end > time.LastChangeAt);
        var utilization = new MachineUtilization
        {
            MachineId = machine.Id,
            Utilization = NewUsage(machine, month, time.RunningWithin(month.Start, end)),
            StorageUtilization = NewUsage(machine, month, kept),
            IsEstimate = true,
            IsLowerBound = isUnderstated,
            MissingData = missing.Length == 0 ? null : string.Join(" ", missing),
            ReadAt = now,
        };
        utilization.Utilization.HourlyRate = machine.HourlyRate;
        utilization.StorageUtilization.MonthlyRate = machine.StorageRate;
        utilization.Describe(machine);
        utilization.DtDeleted = time.DeletedAt;
        return utilization;
    }

    private static Usage NewUsage(Machine machine, BillingMonth month, TimeSpan used) =>
        new() { MachineId = machine.Id, BillingMonth = month.ToString(), SecondsUsed = used.TotalSeconds };

    private static IEnumerable<string> FindMissing(Machine machine, RunningTime time, BillingMonth month, DateTimeOffset end)
    {
        var start = time.CreatedAt > month.Start ? time.CreatedAt.Value : month.Start;
        if (time.HasFutureCreation)
            yield return $"Its creation time, {Text(machine.DtCreated!.Value)}, is in the future and is ignored.";
        if (time.HasUnknownStart && start < end)
            yield return $"No event shows that it was started. It is assumed to have run since its creation, because it is {machine.State}.";
        else if (start < end && !(time.KnownFrom <= start))
            yield return time.KnownFrom is { } known
                ? $"Its events begin at {Text(known)}. Before that, it is assumed to have {(time.RanBefore ? "been running" : "been off")}, "
                + "as the first event implies."
                : $"No event shows when it ran. It is assumed to have been {machine.State ?? "in an unknown state"} the whole time, as it is now.";
        foreach (var change in time.UncertainChanges.Where(change => change.At < end))
            yield return $"The outcome of its {change.Event.Name} of {Text(change.Event.DtCreated!.Value)} is unknown and assumed to be a "
                + "success.";
        if (time.FutureChange is { } future)
            yield return $"Its {future.Event.Name} of {Text(future.At)} is in the future, so its hours may be higher.";
        if ((time.IsContradicted || time.RunsContraryToEvents) && end > time.LastChangeAt)
            yield return $"It is {machine.State} now, contrary to its events. The hours since {Text(time.LastChangeAt!.Value)} may be "
                + "wrong.";
        if (time.FindUpgradeAfter(month.Start) is { } upgrade)
            yield return $"Its type or disk was changed on {Text(upgrade)}. Usage before that is priced at the current rates.";
        if (machine.Reservation is { IsActive: true } reservation)
            yield return $"It belongs to reservation {reservation}, which may be billed separately.";
    }

    private static string Text(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}

using System.Globalization;

namespace Paperspace.Client;

/// <summary>Estimates the use of a machine and its storage in a month from its rates and from when it ran.</summary>
internal static class UtilizationEstimate
{
    /// <summary>Returns the estimate.</summary>
    /// <param name="machine">The machine with its rates.</param>
    /// <param name="time">When it ran.</param>
    /// <param name="now">The present time.</param>
    /// <param name="warnings">What was wrong with the list of its events.</param>
    public static MachineUtilization Create(
        Machine machine, RunningTime time, BillingMonth month, DateTimeOffset now, IReadOnlyCollection<string> warnings)
    {
        var end = now < month.End ? now : month.End;
        var kept = new RunningInterval(time.CreatedAt ?? time.KnownFrom ?? month.Start, time.DeletedAt ?? now).Within(month.Start, end);
        var missing = FindMissing(machine, time, month, end).Concat(warnings).ToArray();
        var utilization = new MachineUtilization
        {
            MachineId = machine.Id,
            Utilization = NewUsage(machine, month, time.RunningWithin(month.Start, end)),
            StorageUtilization = NewUsage(machine, month, kept),
            IsEstimate = true,
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
        if (start < end && !(time.KnownFrom <= start))
            yield return time.KnownFrom is { } known
                ? $"Its events reach back to {Text(known)} only: that it {(time.RanBefore ? "ran" : "was off")} before follows from the "
                + "first of them."
                : $"No event tells when it ran: that it is {machine.State ?? "in an unknown state"} now is taken for all of the time.";
        foreach (var change in time.UncertainChanges.Where(change => change.At < end))
            yield return $"Whether its {change.Event.Name} of {Text(change.Event.DtCreated!.Value)} succeeded is not told: it is counted "
                + "as if it had.";
        if (time.IsContradicted && end > time.LastChangeAt)
            yield return $"It is {machine.State} now, which its events do not lead to: the time since {Text(time.LastChangeAt!.Value)} "
                + "may be wrong.";
        if (time.FindUpgradeAfter(month.Start) is { } upgrade)
            yield return $"Its specification was changed on {Text(upgrade)}: what was used before is priced at the rates of now.";
        if (machine.Reservation is { IsActive: true } reservation)
            yield return $"It belongs to the reservation {reservation}, which may be paid for in another way.";
    }

    private static string Text(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}

namespace Paperspace.Client;

/// <summary>Estimates the utilization of machines, which the V1 API does not return, from their rates and events.</summary>
internal sealed class V1MachineUtilizationEstimator
{
    private readonly V1Resources<Machine> _machines;
    private readonly Func<string, IPager<MachineEvent>> _listEvents;
    private readonly TimeProvider _time;

    /// <param name="listEvents">Lists the events of a machine, newest first.</param>
    public V1MachineUtilizationEstimator(V1Resources<Machine> machines, Func<string, IPager<MachineEvent>> listEvents, TimeProvider time)
    {
        (_machines, _listEvents, _time) = (machines, listEvents, time);
    }

    /// <summary>Estimates the utilization of a machine for each month.</summary>
    /// <exception cref="PaperspaceException">The machine does not exist, or its events cannot be read.</exception>
    public async Task<IReadOnlyList<MachineUtilization>> EstimateAsync(
        string machineId, Machine? machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken)
    {
        machineId = ResourceId.Require(machineId, nameof(machineId));
        if (months.Count == 0) return [];
        var warnings = new List<string>();
        var events = await ReadEventsAsync(machineId, months.Min(month => month.Start), warnings, cancellationToken).ConfigureAwait(false);
        var described = await DescribeAsync(machineId, machine, events, cancellationToken).ConfigureAwait(false);
        var now = _time.GetUtcNow();
        var time = new RunningTime(events, described, now);
        return [.. months.Select(month => UtilizationEstimate.Create(described, time, month, now, warnings))];
    }

    private async Task<List<MachineEvent>> ReadEventsAsync(
        string machineId, DateTimeOffset start, List<string> warnings, CancellationToken cancellationToken)
    {
        var events = new List<MachineEvent>();
        using var pager = _listEvents(machineId);
        while (!RunningTime.IsKnownAt(events, start) && await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            events.AddRange(page);
            if (page.Warning is { } warning) warnings.Add(warning);
        }

        return events;
    }

    /// <summary>
    /// Returns the machine if its rates are known and current, which also covers a deleted one that can no longer be
    /// read; otherwise reads it.
    /// </summary>
    private async Task<Machine> DescribeAsync(
        string machineId, Machine? machine, List<MachineEvent> events, CancellationToken cancellationToken)
    {
        if (machine is not { HourlyRate: not null, StorageRate: not null } known)
            return await _machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false);
        var isChanged = events.Any(item => item.Name.EqualsIgnoreCase(MachineEventNames.Upgrade) && item.DtCreated > known.ReadAt);
        return isChanged ? await _machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false) : known;
    }
}

namespace Paperspace.PowerShell;

/// <summary>Recommends what to do about a machine that costs and may not be used: one that is off, or one that runs on and on.</summary>
internal sealed class MachineRecommendations
{
    private readonly CostRecommendationOptions _options;

    public MachineRecommendations(CostRecommendationOptions options)
    {
        _options = options;
    }

    /// <summary>Returns whether a machine may be worth one, by its state alone.</summary>
    public bool MayApply(Machine machine) => IsOff(machine) || RunsOn(machine);

    /// <summary>Finds the recommendation for a machine; null for none. Reads its events, and its prices where its description has
    /// none.</summary>
    public async Task<CostRecommendation?> FindAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken)
    {
        var machine = await client.Machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false);
        if (!MayApply(machine)) return null;
        var isOff = IsOff(machine);
        var since = FindSince(machine, isOff);
        if (!isOff && !(client.Now - since >= _options.RunningTime)) return null;
        var prices = await MachinePrices.ReadAsync(client, machine, cancellationToken).ConfigureAwait(false);
        return isOff ? Off(machine, since, prices) : Running(machine, since!.Value, prices, client.Now);
    }

    private static bool IsBillable(Machine machine) =>
        machine.DtDeleted is null && (machine.IsBilled || machine.State.EqualsIgnoreCase(MachineStates.Off));

    private bool IsOff(Machine machine) =>
        _options.Includes(CostRecommendationKind.MachineOff) && IsBillable(machine) && machine.State.EqualsIgnoreCase(MachineStates.Off);

    private bool RunsOn(Machine machine) =>
        _options.Includes(CostRecommendationKind.MachineWithoutShutdownTimeout)
        && IsBillable(machine)
        && machine.IsRunning
        && machine.ShutdownTimeoutInHours is null;

    /// <summary>Finds since when a machine is off, or runs: since the newest event that led to it, or at the least since the oldest that is
    /// known.</summary>
    private static DateTimeOffset? FindSince(Machine machine, bool isOff)
    {
        string[] names = isOff ? [MachineEventNames.Stop, MachineEventNames.ForcedShutdown] : [MachineEventNames.Start];
        var events = (machine.Events ?? []).OrderByDescending(item => item.DtCreated).ToArray();
        var led = events.FirstOrDefault(
            item => names.Contains(item.Name, StringComparer.OrdinalIgnoreCase) && item.State.EqualsIgnoreCase(MachineEventStates.Done));
        if (led is not null) return led.DtFinished ?? led.DtCreated;
        // Nothing has turned a machine off that was never started; and one that runs has done so through all the events that are known.
        return events.Length == 0 || isOff ? machine.DtCreated : events[events.Length - 1].DtCreated;
    }

    private CostRecommendation? Off(Machine machine, DateTimeOffset? since, MachinePrices prices)
    {
        var cost =
            prices.FlatRate is null && prices.StorageRate is null ? (decimal?)null : (prices.FlatRate ?? 0) + (prices.StorageRate ?? 0);
        if (cost == 0) return null;
        var paid = prices.FlatRate > 0 ? "its flat price and its storage are paid for" : "its storage is paid for";
        return NewRecommendation(
            CostRecommendationKind.MachineOff, machine, since, $"It is off, and {paid}.", cost, isEstimate: false, "Remove-PsMachine");
    }

    private CostRecommendation? Running(Machine machine, DateTimeOffset since, MachinePrices prices, DateTimeOffset now)
    {
        // A flat price is the same whether the machine runs or not.
        if (prices.FlatRate is not null) return null;
        var hours = (decimal)new BillingMonth(now).Length.TotalHours;
        return NewRecommendation(
            CostRecommendationKind.MachineWithoutShutdownTimeout,
            machine,
            since,
            $"It has run for {DisplayText.Duration(now - since)}, and has no shutdown timeout.",
            prices.HourlyRate is { } rate ? Math.Round(rate * hours, 2, MidpointRounding.AwayFromZero) : null,
            isEstimate: prices.HourlyRate is not null,
            "Stop-PsMachine");
    }

    private CostRecommendation NewRecommendation(
        CostRecommendationKind kind,
        Machine machine,
        DateTimeOffset? since,
        string reason,
        decimal? monthlyCost,
        bool isEstimate,
        string command) =>
        new()
        {
            Kind = kind,
            ResourceKind = ResourceKinds.Machine,
            ResourceId = machine.Id,
            ResourceName = machine.Name,
            Region = machine.Region,
            Reason = reason,
            Since = since,
            MonthlyCost = monthlyCost,
            IsEstimate = isEstimate,
            Command = $"{command} {CompletionResults.Quote(machine.Id)}{_options.CommandSuffix}",
        };
}

namespace Paperspace.PowerShell;

/// <summary>Recommends what to do about a machine that costs and may not be needed: one that is off, or one that runs without an
/// end.</summary>
internal sealed class MachineRecommendations
{
    private const int SuggestedTimeoutInHours = 24;

    private readonly CostRecommendationOptions _options;

    public MachineRecommendations(CostRecommendationOptions options)
    {
        _options = options;
    }

    /// <summary>Returns whether a machine may be worth one, by its state alone.</summary>
    public bool MayApply(Machine machine) => IsOff(machine) || RunsOn(machine);

    /// <summary>Finds the recommendation for a machine; null for none. Reads its events, and its prices if its description has
    /// none.</summary>
    public async Task<CostRecommendation?> FindAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken)
    {
        var machine = await client.Machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false);
        if (!MayApply(machine)) return null;
        var isOff = IsOff(machine);
        // If nothing says for how long, it may be seconds.
        if (FindSince(machine, isOff) is not { } since) return null;
        if (client.Now - since < (isOff ? _options.OffTime : _options.RunningTime)) return null;
        var prices = await MachinePrices.ReadAsync(client, machine, cancellationToken).ConfigureAwait(false);
        return isOff ? Off(client, machine, since, prices) : Running(machine, since, prices, client.Now);
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

    /// <summary>Finds since when a machine is off, or runs: since the newest event that led to it. Without that event, it is off since its
    /// newest event at the earliest, and runs since its oldest known one at the latest.</summary>
    private static DateTimeOffset? FindSince(Machine machine, bool isOff)
    {
        string[] names = isOff ? [MachineEventNames.Stop, MachineEventNames.ForcedShutdown] : [MachineEventNames.Start];
        var events = (machine.Events ?? []).OrderByDescending(item => item.DtCreated).ToArray();
        if (events.Length == 0) return machine.DtCreated;
        var led = Array.Find(
            events,
            item => names.Contains(item.Name, StringComparer.OrdinalIgnoreCase) && item.State.EqualsIgnoreCase(MachineEventStates.Done));
        var since = led?.DtFinished ?? led?.DtCreated;
        if (!isOff) return since ?? events[events.Length - 1].DtCreated;
        var newest = events.Max(item => item.DtFinished ?? item.DtModified ?? item.DtCreated);
        return since is null || newest > since ? newest : since;
    }

    /// <summary>Returns whether a template keeps the disk of a machine that is deleted; its snapshots do not.</summary>
    private static bool HasTemplates(IPaperspaceClient client)
    {
        try
        {
            client.Templates.Require(ResourceAction.Create);
            return true;
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.NotSupported)
        {
            return false;
        }
    }

    private CostRecommendation? Off(IPaperspaceClient client, Machine machine, DateTimeOffset since, MachinePrices prices)
    {
        var saving =
            prices.FlatRate is null && prices.StorageRate is null ? (decimal?)null : (prices.FlatRate ?? 0) + (prices.StorageRate ?? 0);
        if (saving == 0) return null;
        var id = CompletionResults.Quote(machine.Id);
        var paid = prices.FlatRate > 0 ? "its flat price and its storage are paid for" : "its storage is paid for";
        var reason = $"It has been off for {DisplayText.Duration(client.Now - since)}, and {paid}. "
            + "Its disk and its snapshots are deleted with it";
        var remove = $"Remove-PsMachine {id}{_options.CommandSuffix}";
        var found = New(CostRecommendationKind.MachineOff, machine, since);
        found.MonthlySaving = saving;
        found.IsListPrice = prices.IsStorageListPrice && saving is not null;
        if (!HasTemplates(client))
        {
            found.Reason = $"{reason}: copy first what you need.";
            found.Command = remove;
            return found;
        }

        var price = PriceList.Current.CustomTemplates.FindBytes(machine.StorageTotal)?.Monthly;
        var cost = price is null ? "" : $", which costs about {PriceText.Amount(price.Value)} a month";
        var keep = $"New-PsTemplate -Machine {id} -Name {CompletionResults.Quote($"{machine.Name ?? machine.Id}-copy")} "
            + $"-Wait -ErrorAction Stop{_options.CommandSuffix}";
        found.Reason = $"{reason}: the command keeps the disk as a template{cost}.";
        found.Command = $"{keep}; {remove}";
        return found;
    }

    private CostRecommendation? Running(Machine machine, DateTimeOffset since, MachinePrices prices, DateTimeOffset now)
    {
        // A flat price is the same whether the machine runs or not.
        if (prices.FlatRate is not null) return null;
        var hours = (decimal)new BillingMonth(now).Length.TotalHours;
        var id = CompletionResults.Quote(machine.Id);
        var found = New(CostRecommendationKind.MachineWithoutShutdownTimeout, machine, since);
        found.MonthlySaving = prices.HourlyRate is { } rate ? Math.Round(rate * hours, 2, MidpointRounding.AwayFromZero) : null;
        found.IsEstimate = prices.HourlyRate is not null;
        found.IsListPrice = prices.IsHourlyListPrice && prices.HourlyRate is not null;
        found.Reason =
            $"It has run for {DisplayText.Duration(now - since)}, and has no shutdown timeout. Stop-PsMachine {id} stops it now.";
        found.Command = FormattableString.Invariant($"Set-PsMachine {id} -ShutdownTimeoutInHours {SuggestedTimeoutInHours}")
            + _options.CommandSuffix;
        return found;
    }

    private static CostRecommendation New(CostRecommendationKind kind, Machine machine, DateTimeOffset since) => new()
    {
        Finding = kind.ToString(),
        ResourceKind = ResourceKinds.Machine,
        ResourceId = machine.Id,
        ResourceName = machine.Name,
        Region = machine.Region,
        Since = since,
    };
}

namespace Paperspace.PowerShell;

/// <summary>Recommends what to do about a machine that has been off for long, or runs without a shutdown timeout.</summary>
internal sealed class MachineRecommendations
{
    private const int SuggestedTimeoutInHours = 24;

    private readonly CostRecommendationOptions _options;

    public MachineRecommendations(CostRecommendationOptions options)
    {
        _options = options;
    }

    /// <summary>Returns whether a machine may get a recommendation, judging by its state alone.</summary>
    public bool MayApply(Machine machine) => IsOff(machine) || RunsOn(machine);

    /// <summary>Finds the recommendation for a machine; null for none.</summary>
    public async Task<CostRecommendation?> FindAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken)
    {
        var machine = await client.Machines.GetAsync(machineId, cancellationToken).ConfigureAwait(false);
        if (!MayApply(machine)) return null;
        var isOff = IsOff(machine);
        // Without a start time, it may have been off or running for seconds.
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

    /// <summary>Finds since when a machine is off or running: since the newest event that caused it. Without that event, it is off since its
    /// newest event at the earliest, and running since its oldest known one at the latest.</summary>
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

    /// <summary>Returns whether the API can save a disk as a template, which outlives the machine; its snapshots do not.</summary>
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
        // An unknown storage price makes the saving unknown, unless the flat price alone is a lower bound of it.
        var saving = prices.StorageRate is null && prices.FlatRate is null ? (decimal?)null : (prices.FlatRate ?? 0) + (prices.StorageRate ?? 0);
        if (saving == 0) return null;
        var id = CompletionResults.Quote(machine.Id);
        var billed = prices.FlatRate > 0 ? "its monthly price and its disk are" : "its disk is";
        var reason = $"It has been off for {DisplayText.Duration(client.Now - since)}, and {billed} still billed.";
        var found = New(CostRecommendationKind.MachineOff, machine, since);
        found.MonthlySaving = saving;
        found.IsListPrice = prices.IsStorageListPrice && saving is not null;
        found.Command = $"Remove-PsMachine {id}{_options.CommandSuffix}";
        const string Copy = "Removing the machine deletes its disk and snapshots: copy what you need first.";
        if (!HasTemplates(client))
        {
            found.Reason = $"{reason} {Copy}";
            return found;
        }

        var template = PriceList.Current.CustomTemplates.FindBytes(machine.StorageTotal)?.Monthly;
        if (template >= saving)
        {
            found.Reason = $"{reason} A template of the disk would cost more, about {PriceText.Amount(template.Value)} a month. {Copy}";
            return found;
        }

        found.MonthlySaving = saving - template;
        found.IsEstimate = found.MonthlySaving is not null;
        found.IsListPrice = found.MonthlySaving is not null;
        found.Reason = $"{reason} The command saves the disk as a template"
            + (template is { } cost ? $" (about {PriceText.Amount(cost)} a month{(saving is null ? "" : ", already subtracted")})" : ", whose price is unknown,")
            + " and removes the machine with its disk and snapshots.";
        found.Command = $"New-PsTemplate -Machine {id} -Name {CompletionResults.Quote($"{machine.Name ?? machine.Id}-copy")} "
            + $"-Wait -ErrorAction Stop{_options.CommandSuffix}; {found.Command}";
        return found;
    }

    private CostRecommendation? Running(Machine machine, DateTimeOffset since, MachinePrices prices, DateTimeOffset now)
    {
        // Stopping a machine with a flat price saves nothing.
        if (prices.FlatRate is not null) return null;
        var hours = (decimal)new BillingMonth(now).Length.TotalHours;
        var id = CompletionResults.Quote(machine.Id);
        var found = New(CostRecommendationKind.MachineWithoutShutdownTimeout, machine, since);
        found.MonthlySaving = prices.HourlyRate is { } rate ? Math.Round(rate * hours, 2, MidpointRounding.AwayFromZero) : null;
        found.IsEstimate = prices.HourlyRate is not null;
        found.IsListPrice = prices.IsHourlyListPrice && prices.HourlyRate is not null;
        found.Reason =
            $"It has been running for {DisplayText.Duration(now - since)} without a shutdown timeout. To stop it now, use "
                + $"Stop-PsMachine {id}{_options.CommandSuffix}.";
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

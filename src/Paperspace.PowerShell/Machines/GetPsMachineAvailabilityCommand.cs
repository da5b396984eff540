using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Gets which machine types are available in which regions (operation availability).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineAvailability")]
[OutputType(typeof(MachineAvailability), typeof(MachineTypeAvailability))]
public sealed class GetPsMachineAvailabilityCommand : AccountCmdlet
{
    private const string UnusedWatchSettings = "-Timeout and -PollInterval are for -Watch and -Until. Without them they have no effect.";

    private readonly List<PlacementOption> _asked = [];
    private readonly Dictionary<string, bool> _exists = new(StringComparer.OrdinalIgnoreCase);
    private Task<HashSet<string>>? _offered;

    /// <summary>Gets or sets the regions: NY2, CA1, AMS1, or full names. All without it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [.. Regions.Known];

    /// <summary>Gets or sets the machine types. All types whose availability the API reports by
    /// default.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [NameTransformation("machine type")]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string[] MachineType { get; set; } = [];

    /// <summary>Emits a row for each machine type, with the regions as its columns.</summary>
    [Parameter]
    public SwitchParameter Matrix { get; set; }

    /// <summary>Asks again and again, and emits only what has changed, until Ctrl+C.</summary>
    [Parameter]
    public SwitchParameter Watch { get; set; }

    /// <summary>Watches until one of the machine types is available in one of the regions.</summary>
    [Parameter]
    [ValidateSet(AvailabilityWatch.Available)]
    public string? Until { get; set; }

    /// <summary>Gets or sets how long to watch at most; a number means seconds, and 2h works too. No limit by default.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Gets or sets the pause between two rounds; a number means seconds. Without it 30 seconds, and longer where much is
    /// asked.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? PollInterval { get; set; }

    private bool IsWatch => Watch || Until is not null;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!IsWatch && (Timeout is not null || PollInterval is not null)) WriteWarning(UnusedWatchSettings);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var regions = await KeepExistingAsync(
            Region, Regions.Known, "region", Regions.FullName, region => IsRegionAsync(region, cancellationToken));
        if (regions.Count == 0) return;
        var types = MachineType.Length == 0
            ? Client.Machines.AvailabilityTypes
            : await KeepExistingAsync(
                MachineType, MachineTypes.Known, "machine type", type => type, type => IsMachineTypeAsync(type, regions, cancellationToken));
        _asked.AddRange(PlacementOption.Combine([.. types], regions));
    }

    /// <summary>Returns the values that the API knows, and writes one error for each of the others. Only values that the module does not
    /// know cost a request.</summary>
    private async Task<IReadOnlyCollection<string>> KeepExistingAsync(
        IEnumerable<string> values,
        IReadOnlyList<string> known,
        string noun,
        Func<string, string> normalize,
        Func<string, Task<bool>> existsAsync)
    {
        var kept = new List<string>();
        foreach (var value in values)
        {
            if (!known.Contains(normalize(value.Trim()), StringComparer.OrdinalIgnoreCase))
            {
                var isNew = !_exists.TryGetValue(value, out var exists);
                if (isNew) _exists[value] = exists = await TryAsync(value);
                if (isNew && !exists)
                    WriteFailure(
                        new PaperspaceException(
                            PaperspaceErrorReason.ResourceNotFound,
                            ($"There is no {noun} '{TerminalText.Sanitize(value)}'. " + Suggest(value, known)).TrimEnd()),
                        value);
                if (!exists) continue;
            }

            kept.Add(value);
        }

        return kept;

        async Task<bool> TryAsync(string value)
        {
            try
            {
                return await existsAsync(value);
            }
            catch (PaperspaceException)
            {
                // Says nothing about the value; the requests for it report the failure.
                return true;
            }
        }
    }

    private static string Suggest(string value, IReadOnlyList<string> known)
    {
        var type = MachineTypes.Known.FirstOrDefault(type => type.EqualsIgnoreCase(value.Trim()));
        return type is not null
            ? $"'{type}' is a machine type: -MachineType {CompletionResults.Quote(type)}."
            : SimilarNames.DescribeNearest(value, [.. known.Select(each => Regions.Normalize(each)!)]);
    }

    private async Task<bool> IsRegionAsync(string region, CancellationToken cancellationToken) =>
        await ReadAsync(new PlacementOption(Client.Machines.AvailabilityTypes[0], region), cancellationToken) is not null;

    /// <remarks>Core rejects a type that does not exist. V1 returns "not available" for one, so the account's templates, which name the
    /// types that they run on, decide; the types that the module knows are never all there are.</remarks>
    private async Task<bool> IsMachineTypeAsync(
        string machineType, IReadOnlyCollection<string> regions, CancellationToken cancellationToken)
    {
        var isRejected = true;
        foreach (var asked in PlacementOption.Combine([machineType], regions))
            if (await ReadAsync(asked, cancellationToken) is { } availability)
            {
                if (availability.Available == true) return true;
                isRejected = false;
            }

        if (isRejected) return false;
        var offered = await (_offered ??= ReadOfferedAsync(cancellationToken));
        return offered.Count == 0 || offered.Contains(machineType);
    }

    private async Task<HashSet<string>> ReadOfferedAsync(CancellationToken cancellationToken)
    {
        var templates = await SendAsync(
            (client, token) => TemplateDescriptor.Instance.List(client).ReadAllAsync(token), cancellationToken);
        return new HashSet<string>(
            templates.SelectMany(template => template.AvailableMachineTypes ?? []).Select(type => type.MachineType),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>The availability; null if the API rejects the region or the type.</returns>
    private async Task<MachineAvailability?> ReadAsync(PlacementOption asked, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(
                (client, token) => client.Machines.GetAvailabilityAsync(asked.Region, asked.MachineType, token), cancellationToken);
        }
        catch (PaperspaceException failure)
            when (failure.Reason is PaperspaceErrorReason.RequestRejected or PaperspaceErrorReason.NotFound && failure.ApiMessage is not null)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (_asked.Count == 0) return;
        var watch = new AvailabilityWatch(this, Client, [.. _asked.Distinct()], Matrix);
        if (IsWatch) await watch.RunAsync(Timeout, PollInterval, endsWhenAvailable: Until is not null, cancellationToken);
        else await watch.AskAsync(cancellationToken);
    }
}

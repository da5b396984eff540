using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Gets machine types with their hardware and list price, the cheapest first; with -Available those that can be requested
/// now.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineType")]
[OutputType(typeof(MachineTypeInfo))]
public sealed class GetPsMachineTypeCommand : AccountCmdlet
{
    private static readonly TimeSpan ListTimeLimit = TimeSpan.FromSeconds(2);

    private readonly List<string> _names = [];
    private bool _includesAll;

    /// <summary>Gets or sets the names of the machine types, with wildcards. All types without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineType")]
    [SupportsWildcards]
    [NameTransformation("machine type")]
    [ArgumentCompleter(typeof(MachineTypeCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the GPU: a part of its name, such as A100, or a pattern with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [NameTransformation("GPU")]
    [ArgumentCompleter(typeof(GpuCompleter))]
    public string[]? Gpu { get; set; }

    /// <summary>Gets or sets the least memory of each GPU, in GB; 40GB works too.</summary>
    [Parameter]
    [DiskSizeTransformation]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? MinGpuMemory { get; set; }

    /// <summary>Gets or sets the least number of virtual CPUs.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? MinVcpu { get; set; }

    /// <summary>Gets or sets the highest list price of an hour, in US dollars.</summary>
    [Parameter]
    [NumberTransformation(AllowsFraction = true, IsRequired = true)]
    [ValidateRange(0, double.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public decimal? MaxHourlyPrice { get; set; }

    /// <summary>Gets or sets the regions: NY2, CA1, AMS1, or full names; a type in any of them is returned.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <summary>Asks the API, and returns only types that can be requested now.</summary>
    [Parameter]
    public SwitchParameter Available { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Name is null) _includesAll = true;
        else _names.AddRange(Name);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (!_includesAll && _names.Count == 0) return;
        var prices = PriceList.Current;
        var offered = await ReadOfferedAsync(cancellationToken);
        var types = prices.MachineTypes
            .Select(Copy)
            .Concat(offered.Keys
                .Where(name => prices.FindMachineType(name) is null)
                .Select(name => new MachineTypeInfo { MachineType = name, PriceDate = prices.Date }))
            .ToArray();
        var matcher = new NameMatcher(_includesAll ? ["*"] : _names);
        var selected = types.Where(type => matcher.Matches(type.MachineType)).ToArray();
        foreach (var name in matcher.UnmatchedNames) WriteFailure(NotFound(name, types), name);
        if (!_includesAll)
            foreach (var pattern in matcher.UnmatchedPatterns) WriteWarning($"No machine type matches '{pattern}'.");
        selected = [.. selected.Where(IsSelected)];
        if (Available)
        {
            var reader = new MachineTypeAvailabilityReader(this, Client, Region);
            selected = await reader.ReadAsync(selected, offered, cancellationToken);
        }

        WriteObject(
            selected.OrderBy(type => type.HourlyPrice ?? decimal.MaxValue).ThenBy(type => type.MachineType, StringComparer.Ordinal),
            enumerateCollection: true);
    }

    private static PaperspaceException NotFound(string name, IEnumerable<MachineTypeInfo> types)
    {
        var near = SimilarNames.Find(name, types.Select(type => type.MachineType));
        return new PaperspaceException(
            PaperspaceErrorReason.ResourceNotFound,
            $"There is no machine type '{name}' in the price list{(near.Count == 0 ? "." : $". Did you mean '{near[0]}'?")}");
    }

    private static MachineTypeInfo Copy(MachineTypeInfo type) => new()
    {
        MachineType = type.MachineType,
        Gpu = type.Gpu,
        GpuCount = type.GpuCount,
        GpuMemoryGB = type.GpuMemoryGB,
        Vcpus = type.Vcpus,
        MemoryGB = type.MemoryGB,
        HourlyPrice = type.HourlyPrice,
        MonthlyPrice = type.MonthlyPrice,
        Region = type.Region,
        Status = type.Status,
        PriceDate = type.PriceDate,
    };

    /// <summary>Returns whether a type meets the filters. An unknown value meets none.</summary>
    private bool IsSelected(MachineTypeInfo type) =>
        (Gpu is null || (type.Gpu is { } gpu && Gpu.Any(wanted => IsPart(wanted, gpu))))
        && (MinGpuMemory is null || type.GpuMemoryGB >= MinGpuMemory)
        && (MinVcpu is null || type.Vcpus >= MinVcpu)
        && (MaxHourlyPrice is null || type.HourlyPrice <= MaxHourlyPrice)
        // The API knows better than the list where a type is available.
        && (Region is null || Available || type.Region?.Any(IsWanted) == true);

    private bool IsWanted(string region) =>
        Region!.Any(wanted => string.Equals(Regions.FullName(wanted), Regions.FullName(region), StringComparison.OrdinalIgnoreCase));

    private static bool IsPart(string wanted, string gpu) =>
        NameMatcher.FindPattern(wanted)?.IsMatch(gpu) ?? gpu.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Returns the types that the account's templates run on, with whether they can be requested; none without an account. The
    /// price list does without them, so without -Available a failure is no error.</summary>
    private async Task<IReadOnlyDictionary<string, bool?>> ReadOfferedAsync(CancellationToken cancellationToken)
    {
        var offered = new Dictionary<string, bool?>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var client = Client;
            using var limit = Available ? null : client.CreateTimeLimit(ListTimeLimit);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit?.Token ?? cancellationToken);
            var templates = await SendAsync(
                (sender, _) => sender.Templates.List().ReadAllAsync(ending.Token),
                ending.Token);
            foreach (var type in templates.SelectMany(template => template.AvailableMachineTypes ?? []))
                if (type.MachineType.Length > 0)
                    offered[type.MachineType] = offered.TryGetValue(type.MachineType, out var other) && other != false
                        ? other
                        : type.IsAvailable;
        }
        catch (Exception failure)
            when (!Available && failure is PaperspaceException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            WriteVerbose($"The account's machine types are not known: {failure.Message}");
        }

        return offered;
    }
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Exports a report about machines, their cost and possible savings.</summary>
[Cmdlet(VerbsData.Export, "PsMachineReport", DefaultParameterSetName = MonthSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPsMachineReportCommand : MachineCostCmdlet
{
    private const int DefaultMonths = 6;
    private const string FileSystem = "FileSystem";
    private const string OpeningCommand = "Invoke-Item";

    private readonly CostRecommendationFinder _recommendations;
    private ReportFile? _file;
    private ReportFormat _format;

    /// <summary>Creates the cmdlet.</summary>
    public ExportPsMachineReportCommand()
    {
        _recommendations = new CostRecommendationFinder(this, new CostRecommendationOptions());
    }

    /// <summary>Gets or sets the path of the file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Gets or sets the format. The default follows the file's extension.</summary>
    [Parameter]
    public ReportFormat? Format { get; set; }

    /// <summary>Overwrites a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Does not overwrite an existing file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Opens the report in the default program for its type.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private IReadOnlyList<Machine> ReportedMachines
    {
        get
        {
            if (IsWholeAccount) return Machines;
            var machines = Costs.Figures.Where(figure => figure.IsMachine);
            var reported = new HashSet<string>(machines.Select(figure => figure.MachineId), StringComparer.Ordinal);
            return [.. Machines.Where(machine => reported.Contains(machine.Id))];
        }
    }

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        var path = FindPath();
        // Fail before reading anything if the file cannot be written.
        var file = new ReportFile(path, Force, NoClobber);
        _format = Format ?? FindFormat();
        if (ShouldProcess(path, "Export machine report")) _file = file;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken) =>
        _file is null ? Task.CompletedTask : base.ProcessAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_file is null) return;
        await base.EndAsync(cancellationToken);
        if (!HasSubject && Unread.Count == 0)
        {
            WriteWarning($"No report was written to '{_file.Path}', because no machine was specified or found.");
            return;
        }

        AddUnread();
        await DescribeAsync([MachineCostGrouping.MachineType, MachineCostGrouping.Region, MachineCostGrouping.State], cancellationToken);
        await RecommendAsync(cancellationToken);
        _file.Write(NewReport(), NewWriter());
        if (Open) OpenFile(_file.Path);
        if (PassThru) WriteObject(new FileInfo(_file.Path));
    }

    /// <inheritdoc/>
    private protected override IReadOnlyList<BillingMonth> GetDefaultMonths(BillingMonth current) =>
        Paperspace.BillingMonth.Range(current.AddMonths(1 - DefaultMonths), current);

    private async Task RecommendAsync(CancellationToken cancellationToken)
    {
        foreach (var machine in ReportedMachines) await _recommendations.AddAsync(machine, cancellationToken);
        if (IsMachineListIncomplete) _recommendations.AddListWarning();
        await _recommendations.AddOthersAsync(IsWholeAccount, cancellationToken);
        await base.EndAsync(cancellationToken);
    }

    private MachineReport NewReport() => new()
    {
        CreatedAt = Client.Now,
        Account = AccountName,
        Months = [.. Costs.Figures.Select(figure => figure.BillingMonth!).Distinct().OrderBy(month => month, StringComparer.Ordinal)],
        Machines = ReportMachine.Collect(ReportedMachines, Costs.Figures.Where(figure => figure.IsMachine)),
        Figures = Costs.Figures,
        NotCounted = NotCounted,
        PriceDate = Costs.Figures.Any(figure => figure.IsListPrice) || _recommendations.Found.Any(item => item.IsListPrice)
            ? PriceList.Current.Date
            : null,
        Recommendations = _recommendations.Found,
        Unread = Unread,
    };

    private IReportWriter NewWriter() => _format switch
    {
        ReportFormat.Csv => new CsvReportWriter(),
        ReportFormat.Json => new JsonReportWriter(),
        _ => new HtmlReportWriter(),
    };

    private ReportFormat FindFormat() => System.IO.Path.GetExtension(Path).ToLowerInvariant() switch
    {
        ".csv" => ReportFormat.Csv,
        ".json" => ReportFormat.Json,
        ".html" or ".htm" => ReportFormat.Html,
        var other => throw PaperspaceException.InvalidRequest(
            (other.Length == 0 ? $"'{Path}' has no extension." : $"'{other}' is not a report format.")
                + " Use .html, .csv or .json, or specify -Format.",
            nameof(Path),
            nameof(Format)),
    };

    private string FindPath() => InvokeEngine(() =>
    {
        if (Path.IndexOf('\0') >= 0)
            throw PaperspaceException.InvalidRequest("-Path contains a null character.", nameof(Path));
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        return provider.Name == FileSystem
            ? path
            : throw PaperspaceException.InvalidRequest(
                $"'{Path}' is a path of the {provider.Name} provider. Specify a path of the file system.",
                nameof(Path));
    });

    private void OpenFile(string path) => InvokeEngine(() =>
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(OpeningCommand).AddParameter("LiteralPath", path).Invoke();
        return true;
    });
}

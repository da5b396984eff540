using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Writes a report about machines, what they cost, and what is paid for and may not be used.</summary>
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

    /// <summary>Gets or sets the file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Gets or sets how it is written. Without it, as the extension of the file says.</summary>
    [Parameter]
    public ReportFormat? Format { get; set; }

    /// <summary>Writes a file that is read-only too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Keeps a file that exists.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Opens the report with the program that the computer has for it.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Emits the file.</summary>
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
        // What cannot be written is said before anything is read.
        var file = new ReportFile(path, Force, NoClobber);
        _format = Format ?? FindFormat();
        if (ShouldProcess(path, "Export the report of machines")) _file = file;
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
            WriteWarning($"No report was written to '{_file.Path}': no machine was given.");
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
            (other.Length == 0 ? $"'{Path}' has no extension that names a format." : $"'{other}' is not a format of reports.")
                + " Use .html, .csv or .json, or specify -Format.",
            nameof(Path),
            nameof(Format)),
    };

    private string FindPath() => InvokeEngine(() =>
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        return provider.Name == FileSystem
            ? path
            : throw PaperspaceException.InvalidRequest(
                $"'{Path}' is no file: it is of the provider {provider.Name}. Give a path of the file system.",
                nameof(Path));
    });

    private void OpenFile(string path) => InvokeEngine(() =>
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(OpeningCommand).AddParameter("LiteralPath", path).Invoke();
        return true;
    });
}

using System.Text;
using System.Text.Json;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Costs;

/// <summary>How a report is written, and to what file.</summary>
public sealed class ExportPsMachineReportTests : IDisposable
{
    private const string Script = "<script>alert('owned')</script>";

    private static readonly MachineSeed[] Two =
    [
        new() { Id = "psaaa", Name = Script + " & \"one\"" },
        new() { Id = "psbbb", Name = "=HYPERLINK(\"http://example.com\")\u202Etwo", MachineType = "C3", Region = "AMS1", State = "off" },
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<PaperspaceApiVersion> Apis { get; } = [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_page_has_machines_costs_and_recommendations_with_escaped_names(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Two);
        Assert.Empty(Run(host, "Export-PsMachineReport report.html").Succeeded().Output);
        var page = File.ReadAllText(_folder.In("report.html"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert('owned')&lt;/script&gt; &amp; \"one\" (psaaa)", page, StringComparison.Ordinal);
        foreach (
            var part in new[]
            {
                "Cost by month",
                "Machines by state",
                "Machines by machine type",
                "Machines by region",
                "Remove-PsMachine psbbb",
                "2022-03",
                "Europe (AMS1)",
            })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains(api == PaperspaceApiVersion.V1 ? "figures are estimates, marked with ~" : "0 of ", page, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), line => !line.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_are_for_spreadsheets_and_can_be_measured_again()
    {
        using var host = new FastHost(Two);
        Run(host, "Export-PsMachineReport report.csv -BillingMonth 2022-02, 2022-03").Succeeded();
        var bytes = File.ReadAllBytes(_folder.In("report.csv"));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = File.ReadAllText(_folder.In("report.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + 4, lines.Length);
        Assert.StartsWith("\"MachineId\",\"MachineName\",", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("\"'=HYPERLINK(\"\"http://example.com\"\")", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("\"=", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_the_whole_report()
    {
        using var host = new FastHost(Two);
        Run(host, "Export-PsMachineReport report.json").Succeeded();
        var bytes = File.ReadAllBytes(_folder.In("report.json"));
        Assert.Equal((byte)'{', bytes[0]);
        var report = JsonDocument.Parse(bytes).RootElement;
        Assert.Equal(2, report.GetProperty("Machines").GetArrayLength());
        Assert.Equal(2, report.GetProperty("ByMachine").GetArrayLength());
        var figures = report.GetProperty("Figures").EnumerateArray().ToArray();
        Assert.Equal(
            Two[0].Name,
            figures.First(figure => figure.GetProperty("MachineId").GetString() == "psaaa").GetProperty("MachineName").GetString());
        Assert.Equal(
            figures.Sum(figure => figure.GetProperty("Cost").GetDecimal()),
            report.GetProperty("ByMonth").EnumerateArray().Sum(month => month.GetProperty("Cost").GetDecimal()));
        Assert.Equal("psbbb", Assert.Single(report.GetProperty("Recommendations").EnumerateArray()).GetProperty("ResourceId").GetString());
        Assert.Equal(JsonValueKind.Null, figures[0].GetProperty("MissingData").ValueKind);
        Assert.Equal(JsonValueKind.False, figures[0].GetProperty("IsEstimate").ValueKind);
    }

    [Theory]
    [InlineData("report.csv", "", "\uFEFF\"MachineId\"")]
    [InlineData("report.JSON", "", "{")]
    [InlineData("report.htm", "", "<!DOCTYPE")]
    [InlineData("report", "-Format Html", "<!DOCTYPE")]
    [InlineData("report.txt", "-Format Csv", "\uFEFF\"MachineId\"")]
    [InlineData("report.csv", "-Format Html", "<!DOCTYPE")]
    public void The_extension_determines_the_format_by_default(string file, string parameters, string begin)
    {
        using var host = new FastHost(Two);
        Run(host, $"Export-PsMachineReport {file} {parameters}").Succeeded();
        Assert.StartsWith(begin, Encoding.UTF8.GetString(File.ReadAllBytes(_folder.In(file))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r", "'r' has no extension. Use .html, .csv or .json, or specify -Format.")]
    [InlineData("r.pdf", "'.pdf' is not a report format. Use .html, .csv or .json, or specify -Format.")]
    [InlineData("r.xlsx", "'.xlsx' is not a report format. Use .html, .csv or .json, or specify -Format.")]
    public void An_unknown_extension_is_an_error(string file, string says)
    {
        using var host = new FastHost(Two);
        Assert.Equal(says, Run(host, $"Export-PsMachineReport {file}").Error.ToString());
        Assert.False(File.Exists(_folder.In(file)));
        Assert.Empty(host.Lines());
    }

    [Fact]
    public void A_future_month_is_an_error()
    {
        using var host = new FastHost(Two);
        Assert.Equal("2099-01 has not started, so its cost is unknown.", Run(host, "Export-PsMachineReport r.html 2099-01").Error.ToString());
        Assert.False(File.Exists(_folder.In("r.html")));
    }

    [Theory]
    [InlineData("([DateOnly] '2022-02-28')")]
    [InlineData("'2022-02-28'")]
    [InlineData("2022-02")]
    [InlineData("([datetime] '2022-02-28')")]
    [InlineData("([datetime]::SpecifyKind('2022-02-01', 'Local'))")]
    [InlineData("([datetimeoffset] '2022-02-28T23:00:00+00:00').LocalDateTime")]
    public void A_date_is_its_month(string month)
    {
        using var host = new FastHost(Two);
        Run(host, $"Export-PsMachineReport r.json {month}").Succeeded();
        Assert.Contains("\"2022-02\"", File.ReadAllText(_folder.In("r.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_requests_and_writes_nothing()
    {
        using var host = new FastHost(Two);
        Run(host, "Export-PsMachineReport report.html -WhatIf").Succeeded();
        Assert.Empty(host.Lines());
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("report.html -NoClobber", "FileExists", "report.html' already exists")]
    [InlineData("nowhere/report.html", "FileNotWritten", "does not exist")]
    [InlineData(".", "FileNotWritten", "it is a folder")]
    [InlineData("Variable:report", "InvalidRequest", "the Variable provider")]
    public void An_unwritable_file_is_reported_before_anything_is_read(string parameters, string id, string says)
    {
        using var host = new FastHost(Two);
        _folder.Write("report.html", "kept");
        var error = Run(host, $"Export-PsMachineReport {parameters}").Error;
        Assert.Equal($"{id},Paperspace.PowerShell.ExportPsMachineReportCommand", error.FullyQualifiedErrorId);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(_folder.In("report.html")));
        Assert.Empty(host.Lines());
    }

    [Fact]
    public void A_file_is_overwritten_and_a_read_only_one_only_with_Force()
    {
        using var host = new FastHost(Two);
        var file = _folder.Write("report.html", "old");
        Run(host, "Export-PsMachineReport report.html").Succeeded();
        Assert.StartsWith("<!DOCTYPE", File.ReadAllText(file), StringComparison.Ordinal);
        File.WriteAllText(file, "old");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        Assert.Contains("-Force", Run(host, "Export-PsMachineReport report.html").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(file));
        Run(host, "Export-PsMachineReport report.html -Force").Succeeded();
        Assert.StartsWith("<!DOCTYPE", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_returned_and_opened_on_request()
    {
        using var host = new FastHost(Two);
        var outcome = Run(
                host,
                "function Invoke-Item([string] $LiteralPath) { $global:opened = $LiteralPath }; Export-PsMachineReport './a [1].html' "
                    + "-Open -PassThru; $opened")
            .Succeeded();
        Assert.Equal(_folder.In("a [1].html"), Assert.IsType<FileInfo>(outcome.Output[0].BaseObject).FullName);
        Assert.Equal(_folder.In("a [1].html"), outcome.Output[1].BaseObject);
        Assert.True(File.Exists(_folder.In("a [1].html")));
    }

    [Fact]
    public void Only_piped_machines_are_reported()
    {
        using var host = new FastHost(Two);
        Run(host, "Get-PsMachine -MachineId psbbb | Export-PsMachineReport report.json").Succeeded();
        var report = JsonDocument.Parse(File.ReadAllBytes(_folder.In("report.json"))).RootElement;
        Assert.Equal("psbbb", Assert.Single(report.GetProperty("Machines").EnumerateArray()).GetProperty("Id").GetString());
        Assert.DoesNotContain(host.Lines(), line => line.Contains("psaaa", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-PsMachine -State provisioning | Export-PsMachineReport report.html")]
    [InlineData("@() | Export-PsMachineReport report.html")]
    public void Without_machines_there_is_no_report_and_an_existing_one_is_kept(string script)
    {
        using var host = new FastHost(Two);
        var file = _folder.Write("report.html", "kept");
        Assert.Contains("no machine was specified or found", Assert.Single(Run(host, script).Succeeded().Warnings), StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(file));
    }

    [Fact]
    public void A_machine_that_cannot_be_read_is_an_error_and_is_named_in_the_report()
    {
        using var host = new FastHost(Two);
        var outcome = Run(host, "'psbbb', 'psnosuch1' | Export-PsMachineReport report.html");
        Assert.StartsWith("MachineNotFound,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(
            "could not be read and is unknown: psnosuch1.",
            File.ReadAllText(_folder.In("report.html")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_machines_make_a_small_page_with_the_rest_summed()
    {
        using var host = new FastHost();
        object[] figures =
        [
            .. Enumerable.Range(0, 10_000).Select(number => new MachineUtilization
            {
                MachineId = $"ps{number}",
                MachineName = $"machine {number} of a fleet with long names",
                MachineType = "P4000",
                Region = "East Coast (NY2)",
                State = "ready",
                IsEstimate = true,
                MissingData = "No event tells when it ran.",
                Utilization = new Usage { BillingMonth = "2022-02", SecondsUsed = 3600, HourlyRate = number },
            }),
        ];
        Run(host, "$input | Export-PsMachineReport report.html", figures).Succeeded();
        var page = File.ReadAllText(_folder.In("report.html"));
        Assert.InRange(page.Length, 10_000, 3_000_000);
        Assert.Contains("~$9,999.00", page, StringComparison.Ordinal);
        // 0 + 1 + ... + 9,749 = 9,750 * 9,749 / 2 = 47,526,375; all of them come to 10,000 * 9,999 / 2 = 49,995,000.
        Assert.Contains("9,750 other machines", page, StringComparison.Ordinal);
        Assert.Contains("~$47,526,375.00", page, StringComparison.Ordinal);
        Assert.Contains("~$49,995,000.00", page, StringComparison.Ordinal);
    }

    private Outcome Run(FastHost host, string script, params object[] input) =>
        host.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder.Path}'); {script}", input);
}

namespace Paperspace.PowerShell;

/// <summary>Writes a report as one page that needs nothing else: no script, no network.</summary>
internal sealed class HtmlReportWriter : IReportWriter
{
    /// <summary>Keeps a browser from running or loading anything, even if a name from the API contained markup.</summary>
    private const string SecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    private const string Title = "Paperspace machines";

    public bool HasByteOrderMark => false;

    public void Write(MachineReport report, TextWriter output)
    {
        using (var html = new HtmlWriter(output))
        using (html.Open("html", ("lang", "en")))
        {
            WriteHead(html, report);
            using (html.Open("body"))
            using (html.Open("main"))
            {
                WriteSummary(html, report);
                MonthSection.Write(html, report);
                KindSection.Write(html, report);
                RecommendationSection.Write(html, report);
                MachineSection.Write(html, report);
                MachineCountSection.Write(html, report);
                EstimateSection.Write(html, report);
            }
        }

        output.Write("\n");
    }

    private static void WriteHead(HtmlWriter html, MachineReport report)
    {
        using (html.Open("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", SecurityPolicy));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Element("title", $"{Title}: {report.Account}, {ReportText.Time(report.CreatedAt)}");
            html.Style(ReadStyle());
        }
    }

    private static void WriteSummary(HtmlWriter html, MachineReport report)
    {
        var month = report.LastMonthCost;
        var running = report.Machines.Count(machine => MachineStates.IsRunning(machine.State));
        using (html.Open("header"))
        {
            html.Element("h1", Title);
            html.Element(
                "p",
                $"Account {report.Account}, {ReportText.Time(report.CreatedAt)}. All amounts are in US dollars; ~ marks estimates"
                    + (report.PriceDate is { } date ? $", * list prices of {date}" : "")
                    + ", ≥ sums with an unknown part.",
                ("class", "note"));
        }

        using (html.Open("dl", ("class", "tiles")))
        {
            WriteTile(html, "Machines", ReportText.Number(report.Machines.Count), $"{ReportText.Number(running)} running");
            if (report.LastMonth.Length > 0)
            {
                var isOver = BillingMonth.Find(report.LastMonth)?.End <= report.CreatedAt;
                WriteTile(
                    html,
                    $"Cost in {report.LastMonth}{(isOver ? "" : " so far")}",
                    ReportText.Dollars(month.Cost, month),
                    $"{ReportText.Number(month.HoursUsed)} machine hours");
                if (!isOver) WriteTile(
                    html,
                    $"Forecast for {report.LastMonth}",
                    ReportText.Projected(month),
                    "at the current rate");
            }

            WriteTile(
                html,
                "Possible savings",
                RecommendationSection.Sum(report.Recommendations),
                $"per month, {ReportText.Count(report.Recommendations.Count, "finding")}");
        }
    }

    private static void WriteTile(HtmlWriter html, string name, string value, string detail)
    {
        using (html.Open("div"))
        {
            html.Element("dt", name);
            html.Element("dd", value);
            html.Element("dd", detail, ("class", "small"));
        }
    }

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlReportWriter).Assembly.GetManifestResourceStream("Paperspace.PowerShell.Reports.Html.Report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

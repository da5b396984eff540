using AngleSharp.Dom;
using Paperspace.Report.Tests.Support;

namespace Paperspace.Report.Tests;

/// <summary>What the report's page says.</summary>
public sealed class ContentTests(ReportPages pages)
{
    public static TheoryData<string> Names => ReportPages.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_page_loads_nothing_and_runs_nothing(string name)
    {
        using var page = await pages.ReadAsync(name);
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, embed, base, form, [src], [srcset], [style]"));
        Assert.Empty(page.All.SelectMany(element => element.Attributes).Where(IsHandlerOrAddress).Select(attribute => attribute.Name));
        var style = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        Assert.DoesNotContain("@import", style, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", style, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")?.GetAttribute("content"));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("V1")]
    public async Task A_script_in_a_name_is_text(string name)
    {
        using var page = await pages.ReadAsync(name);
        Assert.Contains(RowHeadings(page), heading => heading.Contains(ReportPages.HostileName, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_chart_has_a_table_with_the_same_values(string name)
    {
        using var page = await pages.ReadAsync(name);
        var charts = Chart.ReadAll(page);
        Assert.True(charts.Count >= 5, $"There are {charts.Count} charts.");
        Assert.All(charts, chart =>
        {
            Assert.NotEmpty(chart.Values);
            Assert.Equal(chart.Values.Length, chart.Labels.Length);
            Assert.All(chart.Values, value => Assert.Contains(value, chart.Cells));
            Assert.All(chart.Labels, label => Assert.Contains(label, chart.Cells));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bars_are_as_long_as_their_values(string name)
    {
        using var page = await pages.ReadAsync(name);
        Assert.All(Chart.ReadAll(page), chart =>
        {
            Assert.Equal(chart.Values.Length, chart.Bars.Length);
            Assert.All(chart.Bars, bar => Assert.InRange(bar, 0.5, 100));
            Assert.All(
                chart.Bars.Zip(chart.Numbers).Where(pair => pair.First > 0.5),
                pair => Assert.Equal(pair.Second / chart.Numbers[0], pair.First / chart.Bars[0], 0.01));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Months_are_in_order_and_other_charts_start_with_the_largest(string name)
    {
        using var page = await pages.ReadAsync(name);
        var charts = Chart.ReadAll(page);
        var months = Assert.Single(charts, chart => chart.Title.Contains("month", StringComparison.Ordinal));
        Assert.Equal(months.Labels.Order(StringComparer.Ordinal), months.Labels);
        Assert.All(months.Labels, label => Assert.Matches(@"^\d{4}-\d{2}$", label));
        Assert.All(charts.Where(chart => chart != months), chart => Assert.Equal(chart.Numbers.OrderDescending(), chart.Numbers));
    }

    [Fact]
    public async Task Ten_thousand_machines_are_a_page_of_those_that_cost_most_and_the_sum_of_the_others()
    {
        Assert.InRange(new FileInfo(await pages.GetAsync("Large")).Length, 10_000, 3_000_000);
        using var page = await pages.ReadAsync("Large");
        var rows = RowHeadings(page);
        Assert.Contains("machine-10000 (ps10000)", rows);
        Assert.Contains("machine-9751 (ps9751)", rows);
        Assert.DoesNotContain("machine-9750 (ps9750)", rows);
        var others = Row(page, "9,750 other machines");
        Assert.Equal(["~$47,536,125.00", "~$47,536,125.00", "~$47,536,125.00", "9,750"], others[..4]);
        Assert.Contains("~$50,005,000.00", page.QuerySelectorAll("dd").Select(element => element.TextContent));
        Assert.Equal("~$50,005,000.00", Row(page, "2026-02")[0]);
    }

    private static string[] RowHeadings(IDocument page) => [.. page.QuerySelectorAll("tbody th").Select(element => element.TextContent)];

    private static string[] Row(IDocument page, string heading) =>
        [.. page.QuerySelectorAll("tbody tr")
            .First(row => row.QuerySelector("th")!.TextContent == heading)
            .QuerySelectorAll("td")
            .Select(element => element.TextContent)];

    private static bool IsHandlerOrAddress(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || (attribute.LocalName is "href" or "action" or "background" or "data"
            && !attribute.Value.StartsWith('#')
            && !attribute.Value.StartsWith("https://", StringComparison.Ordinal));
}

using Paperspace.Report.Tests.Support;
using PuppeteerSharp;

namespace Paperspace.Report.Tests;

/// <summary>What a browser makes of the report's page.</summary>
/// <remarks>With PAPERSPACE_SCREENSHOTS set to a folder, a picture of each look is left there.</remarks>
public sealed class ReportPageTests(Reports reports) : IClassFixture<Reports>
{
    /// <summary>The least contrast of text that everybody can read (WCAG 2, level AA).</summary>
    private const double LeastContrast = 4.5;

    /// <summary>Gives each text with what it stands on: [text, contrast].</summary>
    private const string Contrasts = """
        (() => {
          const parse = c => c.match(/[\d.]+/g).map(Number);
          const light = c => { const [r, g, b] = parse(c).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; const p = parse(c); if (p.length < 4 || p[3] > 0) return c; } return 'rgb(255, 255, 255)'; };
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n = walker.nextNode(); n; n = walker.nextNode()) {
            const e = n.parentElement;
            if (!n.data.trim() || e.tagName === 'title') continue;
            const style = getComputedStyle(e);
            const a = light(e.tagName === 'text' ? style.fill : style.color), b = light(ground(e));
            found.push({ text: n.data.slice(0, 40), ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) });
          }
          return found;
        })()
        """;

    /// <summary>Gives the charts, each with its values and the text of the table beside it.</summary>
    private const string Charts = """
        [...document.querySelectorAll('svg.chart')].map(chart => ({
          title: chart.querySelector('title').textContent,
          values: [...chart.querySelectorAll('.value')].map(e => e.textContent),
          labels: [...chart.querySelectorAll('.label')].map(e => e.textContent),
          cells: [...chart.closest('section').querySelectorAll('td, th')].map(e => e.textContent),
          bars: [...chart.querySelectorAll('.bar')].map(e => e.getBoundingClientRect().width),
          width: chart.getBoundingClientRect().width,
        }))
        """;

    public static TheoryData<string, string> Looks { get; } =
    [
        .. from report in new[] { "Core", "V1", "Large" }
           from look in new[] { "light", "dark", "phone", "paper" }
           select (report, look),
    ];

    public static TheoryData<string> Names => Reports.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_opens_from_disk_asks_for_nothing_and_runs_nothing(string name)
    {
        await using var open = await reports.OpenAsync(name, Look.Light);
        Assert.Equal([new Uri(reports.PathOf(name)).AbsoluteUri], open.Requests);
        Assert.Empty(open.Messages);
        Assert.Equal(0, await open.EvaluateAsync<int>("document.scripts.length"));
        Assert.Equal("CSS1Compat", await open.EvaluateAsync<string>("document.compatMode"));
        Assert.Equal("UTF-8", await open.EvaluateAsync<string>("document.characterSet"));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("V1")]
    public async Task A_name_that_is_a_script_is_text(string name)
    {
        await using var open = await reports.OpenAsync(name, Look.Light);
        Assert.True(await open.EvaluateAsync<bool>("window.owned === undefined && document.images.length === 0"));
        Assert.Contains(
            await open.EvaluateAsync<string[]>("[...document.querySelectorAll('tbody th')].map(e => e.textContent)"),
            cell => cell.Contains(Reports.HostileName, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task It_can_be_read_in_every_look(string name, string look)
    {
        await using var open = await reports.OpenAsync(name, Look.Of(look));
        var texts = await open.EvaluateAsync<TextContrast[]>(Contrasts);
        Assert.True(texts.Length > 50);
        Assert.DoesNotContain(texts, text => text.Ratio < LeastContrast);
        // Nothing but what scrolls by itself is wider than the window.
        Assert.InRange(await open.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Look.Of(look).Width);
        if (look == "paper")
            Assert.Equal(
                0,
                await open.EvaluateAsync<int>(
                    "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).length"));
        if (Environment.GetEnvironmentVariable("PAPERSPACE_SCREENSHOTS") is { Length: > 0 } folder)
            await open.Page.ScreenshotAsync(Path.Combine(folder, $"{name}-{look}.png"), new ScreenshotOptions { FullPage = true });
    }

    [Theory]
    [InlineData("Core", false)]
    [InlineData("Core", true)]
    [InlineData("Large", true)]
    public async Task Dark_is_dark_and_light_and_paper_are_light(string name, bool isPrinted)
    {
        await using var light = await reports.OpenAsync(name, isPrinted ? Look.Paper with { IsDark = true } : Look.Light);
        await using var dark = await reports.OpenAsync(name, Look.Dark);
        const string Brightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number).reduce((a, b) => a + b)";
        Assert.InRange(await light.EvaluateAsync<int>(Brightness), 700, 765);
        Assert.InRange(await dark.EvaluateAsync<int>(Brightness), 0, 150);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_chart_has_a_table_with_the_same_values_and_bars_as_long_as_they_are(string name)
    {
        await using var open = await reports.OpenAsync(name, Look.Light);
        var charts = await open.EvaluateAsync<Chart[]>(Charts);
        Assert.True(charts.Length >= 5, $"There are {charts.Length} charts.");
        Assert.All(charts, chart =>
        {
            Assert.NotEmpty(chart.Values);
            Assert.All(chart.Values, value => Assert.Contains(value, chart.Cells));
            Assert.All(chart.Labels, label => Assert.Contains(label, chart.Cells));
            Assert.All(chart.Bars, bar => Assert.InRange(bar, 1, chart.Width + 0.5));
            Assert.Equal(
                chart.Bars.OrderDescending(),
                chart.Title.Contains("month", StringComparison.Ordinal) ? chart.Bars.OrderDescending() : chart.Bars);
        });
        var fleet = charts.Single(chart => chart.Title.StartsWith("Machines by state", StringComparison.Ordinal));
        var counts = fleet
            .Values.Select(value =>
                double.Parse(value.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        Assert.All(fleet.Bars.Zip(counts), pair => Assert.Equal(pair.Second / counts[0], pair.First / fleet.Bars[0], 0.01));
    }

    [Fact]
    public async Task It_prints()
    {
        await using var open = await reports.OpenAsync("Core", Look.Light);
        var pdf = await open.Page.PdfDataAsync(new PdfOptions { Format = PuppeteerSharp.Media.PaperFormat.A4, PrintBackground = true });
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
        Assert.InRange(pdf.Length, 10_000, 3_000_000);
    }

    [Fact]
    public async Task Ten_thousand_machines_are_a_page_of_those_that_cost_most_and_the_sum_of_the_others()
    {
        Assert.InRange(new FileInfo(reports.PathOf("Large")).Length, 10_000, 3_000_000);
        await using var open = await reports.OpenAsync("Large", Look.Light);
        var rows = await open.EvaluateAsync<string[]>("[...document.querySelectorAll('tbody th')].map(e => e.textContent)");
        Assert.Contains("machine-10000 (ps10000)", rows);
        Assert.Contains("9,750 other machines together", rows);
        Assert.DoesNotContain("machine-9 (ps9)", rows);
    }

    private sealed record TextContrast(
        [property: System.Text.Json.Serialization.JsonPropertyName("text")] string Text,
        [property: System.Text.Json.Serialization.JsonPropertyName("ratio")] double Ratio);

    private sealed record Chart(
        [property: System.Text.Json.Serialization.JsonPropertyName("title")] string Title,
        [property: System.Text.Json.Serialization.JsonPropertyName("values")] string[] Values,
        [property: System.Text.Json.Serialization.JsonPropertyName("labels")] string[] Labels,
        [property: System.Text.Json.Serialization.JsonPropertyName("cells")] string[] Cells,
        [property: System.Text.Json.Serialization.JsonPropertyName("bars")] double[] Bars,
        [property: System.Text.Json.Serialization.JsonPropertyName("width")] double Width);
}

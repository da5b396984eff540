using Paperspace.Report.Browser.Tests.Support;
using Paperspace.Report.Tests.Support;
using PuppeteerSharp;

namespace Paperspace.Report.Browser.Tests;

/// <summary>How the report's page looks at every width, in light and dark colors, and on paper.</summary>
/// <remarks>With PAPERSPACE_SCREENSHOTS set to a folder, a picture of each look is left there.</remarks>
public sealed class LookTests(BrowserSession browser)
{
    /// <summary>The contrast of text that everybody can read (WCAG 2, level AA).</summary>
    private const double MinContrast = 4.5;

    /// <summary>Returns each text with its contrast to what it stands on.</summary>
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

    /// <summary>
    /// Returns the texts that lie over another one, and those whose box or window ends before they do. What scrolls is not cut off; nor is
    /// a bar's name, which ends before the value and is whole in the table.
    /// </summary>
    private const string Collisions = """
        (() => {
          const texts = [], cut = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n = walker.nextNode(); n; n = walker.nextNode()) {
            const e = n.parentElement;
            if (!n.data.trim() || e.tagName === 'title') continue;
            const range = document.createRange();
            range.selectNodeContents(n);
            const scroll = e.closest('.scroll'), label = e.classList.contains('label');
            const frame = (e.closest('.chart') ?? document.documentElement).getBoundingClientRect();
            for (const r of range.getClientRects()) {
              const right = label ? Math.min(r.right, frame.left + e.closest('svg').width.baseVal.value) : r.right;
              if (r.width < 1 || r.height < 1) continue;
              // A line's box is higher than its letters.
              const box = { text: n.data.trim().slice(0, 40), left: r.left, right, top: r.top + r.height * 0.2, bottom: r.bottom - r.height * 0.2, pinned: !!e.closest('tbody th'), scroll };
              texts.push(box);
              if (!scroll && (right > frame.right + 1 || r.left < frame.left - 1)) cut.push(box.text);
            }
            for (let box = e; box && box !== document.documentElement; box = box.parentElement) {
              if (box instanceof SVGElement || box.classList.contains('scroll')) break;
              if (getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1) cut.push(n.data.trim().slice(0, 40));
            }
          }
          texts.sort((a, b) => a.top - b.top);
          const over = [];
          for (let i = 0; i < texts.length; i++)
            for (let j = i + 1; j < texts.length && texts[j].top < texts[i].bottom; j++) {
              const a = texts[i], b = texts[j];
              // The first column stays where it is while the others scroll under it.
              if (a.scroll && a.scroll === b.scroll && a.pinned !== b.pinned) continue;
              if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1) over.push(`${a.text} | ${b.text}`);
            }
          return { count: texts.length, cut, over };
        })()
        """;

    /// <summary>Returns the charts with the lengths of their bars in pixels.</summary>
    private const string Charts = """
        [...document.querySelectorAll('svg.chart')].map(chart => ({
          values: [...chart.querySelectorAll('.value')].map(e => Number(e.textContent.replace(/[≥\u00A0~$,*]/g, ''))),
          bars: [...chart.querySelectorAll('.bar')].map(e => e.getBoundingClientRect().width),
          width: chart.getBoundingClientRect().width,
        }))
        """;

    public static TheoryData<string> Names => ReportPages.Names;

    public static TheoryData<string, Look> Looks { get; } =
        [.. from report in new[] { "Core", "V1", "Small", "Large" } from look in Look.All select (report, look)];

    /// <summary>Gets the looks that differ in more than their colors.</summary>
    public static TheoryData<string, Look> Layouts { get; } =
        [.. from report in new[] { "Core", "V1", "Small", "Large" } from look in Look.All where !look.IsDark select (report, look)];

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task The_page_opens_from_disk_without_requests_or_scripts(string name)
    {
        await using var open = await browser.OpenAsync(name, Look.Light);
        Assert.Equal([open.Address], open.Requests);
        Assert.Empty(open.Messages);
        Assert.Equal(0, await open.EvaluateAsync<int>("document.scripts.length"));
        Assert.Equal("CSS1Compat", await open.EvaluateAsync<string>("document.compatMode"));
        Assert.Equal("UTF-8", await open.EvaluateAsync<string>("document.characterSet"));
        Assert.True(await open.EvaluateAsync<bool>("window.owned === undefined && document.images.length === 0"));
    }

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task The_page_has_contrast_in_every_theme(string name, Look look)
    {
        await using var open = await browser.OpenAsync(name, look);
        var texts = await open.EvaluateAsync<TextContrast[]>(Contrasts);
        Assert.True(texts.Length > 50);
        Assert.DoesNotContain(texts, text => text.Ratio < MinContrast);
        // Nothing but what scrolls by itself is wider than the window.
        Assert.InRange(await open.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, look.Width);
        if (Environment.GetEnvironmentVariable("PAPERSPACE_SCREENSHOTS") is { Length: > 0 } folder)
            await open.Page.ScreenshotAsync(Path.Combine(folder, $"{name}-{look}.png"), new ScreenshotOptions { FullPage = true });
    }

    [BrowserTheory]
    [MemberData(nameof(Layouts))]
    public async Task No_text_is_cut_off_or_overlaps(string name, Look look)
    {
        await using var open = await browser.OpenAsync(name, look);
        var found = await open.EvaluateAsync<TextCollisions>(Collisions);
        Assert.True(found.Count > 50);
        Assert.Empty(found.Cut);
        Assert.Empty(found.Over);
    }

    [BrowserTheory]
    [InlineData("V1")]
    [InlineData("Large")]
    public async Task A_wide_window_shows_every_table_whole(string name)
    {
        await using var open = await browser.OpenAsync(name, Look.Light);
        var cut = "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.ariaLabel)";
        Assert.Empty(await open.EvaluateAsync<string[]>(cut));
    }

    [BrowserTheory]
    [InlineData("Core", false)]
    [InlineData("Core", true)]
    [InlineData("Large", true)]
    public async Task The_dark_theme_is_dark_and_light_and_print_are_light(string name, bool isPrinted)
    {
        await using var light = await browser.OpenAsync(name, isPrinted ? Look.Paper with { IsDark = true } : Look.Light);
        await using var dark = await browser.OpenAsync(name, Look.Dark);
        const string Brightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number).reduce((a, b) => a + b)";
        Assert.InRange(await light.EvaluateAsync<int>(Brightness), 700, 765);
        Assert.InRange(await dark.EvaluateAsync<int>(Brightness), 0, 150);
    }

    [BrowserTheory]
    [MemberData(nameof(Layouts))]
    public async Task Bars_are_as_long_as_their_values(string name, Look look)
    {
        await using var open = await browser.OpenAsync(name, look);
        var charts = await open.EvaluateAsync<DrawnChart[]>(Charts);
        Assert.True(charts.Length >= 5, $"There are {charts.Length} charts.");
        Assert.All(charts, chart =>
        {
            Assert.NotEmpty(chart.Bars);
            Assert.All(chart.Bars, bar => Assert.InRange(bar, 1, chart.Width + 0.5));
            Assert.All(
                chart.Bars.Zip(chart.Values).Where(pair => pair.First > 0.01 * chart.Width),
                pair => Assert.Equal(pair.Second / chart.Values[0], pair.First / chart.Bars[0], 0.01));
        });
    }

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task Printed_tables_are_whole_and_repeat_their_headings(string name)
    {
        await using var open = await browser.OpenAsync(name, Look.Paper);
        Assert.Equal(
            0,
            await open.EvaluateAsync<int>("[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).length"));
        Assert.True(await open.EvaluateAsync<bool>(
            "[...document.querySelectorAll('thead')].every(e => getComputedStyle(e).display === 'table-header-group')"));
        Assert.True(await open.EvaluateAsync<bool>("[...document.querySelectorAll('tr')].every(e => getComputedStyle(e).breakInside === 'avoid')"));
        // As many sheets as its height needs: what is hidden or cut off by a height of its own would not be printed.
        var height = await open.EvaluateAsync<double>("document.documentElement.scrollHeight");
        var pdf = await open.Page.PdfDataAsync(new PdfOptions { Width = "700px", Height = "1000px" });
        var sheets = System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b");
        Assert.InRange(sheets, Math.Ceiling(height / 1000), Math.Ceiling(height / 1000 * 1.5) + 1);
    }

    private sealed record TextContrast(string Text, double Ratio);

    private sealed record TextCollisions(int Count, string[] Cut, string[] Over);

    private sealed record DrawnChart(double[] Values, double[] Bars, double Width);
}

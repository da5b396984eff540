using Paperspace.Report.Tests.Support;
using PuppeteerSharp;

namespace Paperspace.Report.Browser.Tests.Support;

/// <summary>Opens the report's pages in one Chromium, which starts with the first of them.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private readonly ReportPages _pages = new();
    private readonly Lazy<Task<IBrowser>> _browser = new(StartAsync);

    /// <summary>Opens a report.</summary>
    /// <param name="name">Its name in <see cref="ReportPages.Names"/>.</param>
    /// <param name="look">How it is looked at.</param>
    internal async Task<OpenReport> OpenAsync(string name, Look look)
    {
        Chromium.Program.Require();
        var path = await _pages.GetAsync(name);
        var browser = await _browser.Value;
        var page = await browser.NewPageAsync();
        var open = new OpenReport(page, path);
        await page.SetViewportAsync(new ViewPortOptions { Width = look.Width, Height = 900 });
        // Both at once: either alone would take the other back.
        await page.Client.SendAsync("Emulation.setEmulatedMedia", new
        {
            media = look.IsPrint ? "print" : "screen",
            features = new[] { new { name = "prefers-color-scheme", value = look.IsDark ? "dark" : "light" } },
        });
        await page.GoToAsync(open.Address);
        return open;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated) await (await _browser.Value).DisposeAsync();
        _pages.Dispose();
    }

    private static Task<IBrowser> StartAsync() => Puppeteer.LaunchAsync(
        new LaunchOptions
        {
            ExecutablePath = Chromium.Program.Path,
            Headless = true,
            // As root, as in a container, Chromium has no sandbox of its own.
            Args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
        });
}

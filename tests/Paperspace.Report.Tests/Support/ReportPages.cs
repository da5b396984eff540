using Paperspace.Testing;
using PuppeteerSharp;

namespace Paperspace.Report.Tests.Support;

/// <summary>Holds reports that the real PowerShell wrote about simulated accounts, and a browser to look at them with.</summary>
public sealed class Reports : IAsyncLifetime
{
    /// <summary>A name that would run in a page that did not escape it.</summary>
    public const string HostileName = "<script>window.owned=1</script><img src=x onerror=window.owned=1>";

    private const string Script = """
        Import-Module $env:PaperspaceModule
        foreach ($api in 'Core', 'V1') {
            Connect-PsAccount -Simulator -MachineCount 40 -ApiVersion $api
            Get-PsMachine | Select-Object -Last 1 | Set-PsMachine -Name $env:HostileName
            Export-PsMachineReport (Join-Path $env:Reports "$api.html")
        }
        $rows = foreach ($number in 1..10000) {
            [pscustomobject] @{
                MachineId = "ps$number"; MachineName = "machine-$number"; MachineType = 'P4000'; Region = 'NY2'; State = 'ready'; BillingMonth = '2026-02'
                HoursUsed = 1; ComputeCost = $number; StorageCost = 0; Cost = $number; ProjectedCost = $number; IsEstimate = $true; MissingData = 'No event tells when it ran.'
            }
        }
        $rows | Export-PsMachineReport (Join-Path $env:Reports 'Large.html')
        """;

    private readonly TemporaryFolder _folder = new();
    private IBrowser? _browser;

    /// <summary>Gets the names of the reports.</summary>
    public static TheoryData<string> Names { get; } = ["Core", "V1", "Large"];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var written = await Pwsh.RunScriptAsync(
            Script, ("PaperspaceModule", RepositoryPaths.Module), ("Reports", _folder.Path), ("HostileName", HostileName));
        Assert.True(written.ExitCode == 0, written.Output + written.Error);
        // As root, as in a container, Chromium has no sandbox of its own.
        _browser = await Puppeteer.LaunchAsync(
            new LaunchOptions
            {
                ExecutablePath = await Chromium.GetAsync(),
                Headless = true,
                Args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
            });
    }

    /// <summary>Gives the path of a report.</summary>
    public string PathOf(string name) => _folder.In(name + ".html");

    /// <summary>Opens a report.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="look">How it is looked at.</param>
    internal async Task<OpenReport> OpenAsync(string name, Look look)
    {
        var page = await _browser!.NewPageAsync();
        var open = new OpenReport(page);
        await page.SetViewportAsync(new ViewPortOptions { Width = look.Width, Height = 900 });
        // Both at once: either alone would take the other back.
        await page.Client.SendAsync("Emulation.setEmulatedMedia", new
        {
            media = look.IsPrint ? "print" : "screen",
            features = new[] { new { name = "prefers-color-scheme", value = look.IsDark ? "dark" : "light" } },
        });
        await page.GoToAsync(new Uri(PathOf(name)).AbsoluteUri);
        return open;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _folder.Dispose();
    }
}

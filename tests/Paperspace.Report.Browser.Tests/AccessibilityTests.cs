using Deque.AxeCore.Commons;
using Paperspace.Report.Browser.Tests.Support;

namespace Paperspace.Report.Browser.Tests;

/// <summary>What axe finds in the report's page.</summary>
public sealed class AccessibilityTests(BrowserSession browser)
{
    public static TheoryData<string, Look> Looks { get; } =
        [.. from report in new[] { "Core", "V1", "Large" } from look in new[] { new Look(360), Look.Light, Look.Dark } select (report, look)];

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task The_page_follows_the_accessibility_rules(string name, Look look)
    {
        await using var open = await browser.OpenAsync(name, look);
        await open.Page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
        var result = await open.EvaluateAsync<AxeResult>("""
            axe.run().then(result => ({
              passes: result.passes.length,
              violations: result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.impact}): ${rule.help}: ${node.html.slice(0, 200)}`)),
            }))
            """);
        Assert.True(result.Passes > 15, $"Only {result.Passes} rules were looked at.");
        Assert.Empty(result.Violations);
    }

    private sealed record AxeResult(int Passes, string[] Violations);
}

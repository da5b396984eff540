using System.Globalization;
using System.Text.RegularExpressions;
using Paperspace.Report.Tests.Support;

namespace Paperspace.Report.Tests;

/// <summary>The colors of the report's page, each text color on each background that the style sheet uses.</summary>
public sealed partial class PaletteTests(ReportPages pages)
{
    /// <summary>The contrast of text that everybody can read (WCAG 2, level AA).</summary>
    private const double MinContrast = 4.5;

    /// <summary>The contrast of a bar with what it stands on (WCAG 2, level AA).</summary>
    private const double MinGraphicContrast = 3;

    [Theory]
    [InlineData("light", "")]
    [InlineData("dark", "@media (prefers-color-scheme: dark)")]
    [InlineData("paper", "@media print")]
    public async Task The_page_has_contrast_in_each_palette(string palette, string query)
    {
        using var page = await pages.ReadAsync("Core");
        var style = page.QuerySelector("style")!.TextContent;
        var colors = ReadColors(style, query);
        var texts = Variables(TextColor(), style);
        var grounds = Variables(Background(), style);
        Assert.True(texts.Length >= 2 && grounds.Length >= 3, $"{palette}: {texts.Length} text colors, {grounds.Length} backgrounds");
        Assert.All(
            from text in texts from ground in grounds select (text, ground),
            pair => Assert.True(
                Contrast(colors[pair.text], colors[pair.ground]) >= MinContrast, $"{palette}: {pair.text} on {pair.ground}"));
        Assert.All(["--card", "--track"], ground => Assert.True(Contrast(colors["--bar"], colors[ground]) >= MinGraphicContrast, $"{palette}: --bar on {ground}"));
    }

    [Fact]
    public async Task Every_color_is_in_the_palette()
    {
        using var page = await pages.ReadAsync("Core");
        var rules = Root().Replace(page.QuerySelector("style")!.TextContent, "");
        Assert.Contains("var(--text)", rules, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", rules);
    }

    private static Dictionary<string, string> ReadColors(string style, string query)
    {
        var from = query.Length == 0 ? 0 : style.IndexOf(query, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The style sheet has no {query}.");
        return Color().Matches(Root().Match(style, from).Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static string[] Variables(Regex pattern, string style) =>
        [.. pattern.Matches(style).Select(match => match.Groups[1].Value).Distinct()];

    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@":root\s*\{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"(--[a-z]+):\s*(#[0-9a-f]{6})\b")]
    private static partial Regex Color();

    [GeneratedRegex(@"(?:[\s;{]color|\.chart text \{ fill):\s*var\((--[a-z]+)\)")]
    private static partial Regex TextColor();

    [GeneratedRegex(@"[\s;{]background:\s*var\((--[a-z]+)\)")]
    private static partial Regex Background();
}

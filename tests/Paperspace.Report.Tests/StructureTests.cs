using AngleSharp.Dom;
using Paperspace.Report.Tests.Support;

namespace Paperspace.Report.Tests;

/// <summary>How the report's page is built, for those who do not see it as much as for those who do.</summary>
public sealed class StructureTests(ReportPages pages)
{
    public static TheoryData<string> Names => ReportPages.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_page_is_HTML_5_in_English(string name)
    {
        Assert.StartsWith("<!DOCTYPE html><html", await File.ReadAllTextAsync(await pages.GetAsync(name), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var page = await pages.ReadAsync(name);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("utf-8", page.QuerySelector("head > meta")?.GetAttribute("charset"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        // A page that forbids zooming cannot be read by everybody.
        Assert.Equal("width=device-width, initial-scale=1", page.QuerySelector("meta[name=viewport]")?.GetAttribute("content"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Headings_form_an_outline(string name)
    {
        using var page = await pages.ReadAsync(name);
        var headings = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6");
        Assert.Equal("H1", headings[0].TagName);
        Assert.Single(headings, heading => heading.TagName == "H1");
        Assert.All(headings.Zip(headings.Skip(1)), pair => Assert.InRange(Level(pair.Second), 2, Level(pair.First) + 1));
        Assert.All(headings, heading => Assert.False(string.IsNullOrWhiteSpace(heading.TextContent)));
        var sections = page.QuerySelectorAll("section");
        Assert.True(sections.Length >= 5, $"There are {sections.Length} sections.");
        Assert.All(sections, section => Assert.Equal("H2", section.FirstElementChild?.TagName));
        Assert.Equal(headings.Length, headings.Select(heading => heading.TextContent).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Tables_name_their_columns_and_rows(string name)
    {
        using var page = await pages.ReadAsync(name);
        var tables = page.QuerySelectorAll("table");
        Assert.True(tables.Length >= 5, $"There are {tables.Length} tables.");
        Assert.All(tables, table =>
        {
            var caption = table.QuerySelector("caption")?.TextContent;
            Assert.False(string.IsNullOrWhiteSpace(caption));
            var columns = table.QuerySelectorAll("thead > tr > *");
            Assert.All(columns, column =>
            {
                Assert.Equal(("TH", "col"), (column.TagName, column.GetAttribute("scope")));
                Assert.False(string.IsNullOrWhiteSpace(column.TextContent));
            });
            var rows = table.QuerySelectorAll("tbody > tr");
            Assert.NotEmpty(rows);
            Assert.All(rows, row =>
            {
                Assert.Equal(columns.Length, row.ChildElementCount);
                Assert.Equal(("TH", "row"), (row.FirstElementChild!.TagName, row.FirstElementChild.GetAttribute("scope")));
                Assert.False(string.IsNullOrWhiteSpace(row.FirstElementChild.TextContent));
            });
            // What scrolls can be reached with the keyboard, and says what it is.
            var region = table.ParentElement!;
            Assert.Equal(("0", "region", caption), (region.GetAttribute("tabindex"), region.GetAttribute("role"), region.GetAttribute("aria-label")));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Pictures_have_a_text_or_are_hidden_from_screen_readers(string name)
    {
        using var page = await pages.ReadAsync(name);
        var pictures = page.QuerySelectorAll("svg").Where(picture => picture.ParentElement!.Closest("svg") is null).ToArray();
        Assert.Contains(pictures, picture => picture.ClassList.Contains("chart"));
        Assert.All(pictures, picture => Assert.True(IsHidden(picture) || IsNamed(picture), picture.OuterHtml));
    }

    private static bool IsHidden(IElement picture) => picture.GetAttribute("aria-hidden") == "true";

    private static bool IsNamed(IElement picture) =>
        picture.GetAttribute("role") == "img"
        && picture.FirstElementChild?.LocalName == "title"
        && !string.IsNullOrWhiteSpace(picture.FirstElementChild.TextContent);

    private static int Level(IElement heading) => heading.TagName[1] - '0';
}

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Paperspace.Report.Tests.Support;

/// <summary>Parses pages as a browser does.</summary>
internal static class PageReader
{
    public static async Task<IHtmlDocument> ReadAsync(this ReportPages pages, string name)
    {
        await using var file = File.OpenRead(await pages.GetAsync(name));
        return await new HtmlParser().ParseDocumentAsync(file, TestContext.Current.CancellationToken);
    }
}

using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Paperspace.Help.Tests.Pages;

/// <summary>Every link of a document to a file or heading of the repository leads somewhere.</summary>
public sealed partial class LinkTests
{
    /// <summary>Where the files of the repository are on the web.</summary>
    private const string Web = "https://github.com/paperspace-powershell/Paperspace/blob/main/";

    private static readonly string Root = RepositoryPaths.In(".");

    public static TheoryData<string> Documents { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md")
            .Concat(new[] { "docs", "examples", "bench", ".github" }
                .Select(RepositoryPaths.In)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Documents_and_links_are_found()
    {
        var documents = Documents.Select(row => row.Data).ToArray();
        Assert.Contains("README.md", documents);
        Assert.Contains(Path.Combine("docs", "architecture.md"), documents);
        Assert.True(documents.SelectMany(Links).Count() > 150);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_target_of_each_link_exists(string document) =>
        Assert.DoesNotContain(Links(document), link => !LeadsSomewhere(document, link));

    private static IEnumerable<string> Links(string document) =>
        Markdown.Parse(File.ReadAllText(RepositoryPaths.In(document)))
            .Descendants()
            .Select(item => item switch
            {
                LinkInline link => link.Url,
                AutolinkInline link => link.Url,
                LinkReferenceDefinition definition => definition.Url,
                _ => null,
            })
            .OfType<string>()
            .Where(url => url.Length > 0);

    private static bool LeadsSomewhere(string document, string link)
    {
        var target = link.StartsWith(Web, StringComparison.Ordinal) ? "/" + link[Web.Length..] : link;
        if (Scheme().IsMatch(target)) return true;
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0
            ? RepositoryPaths.In(document)
            : RepositoryPaths.In(parts[0][0] == '/' ? parts[0][1..] : Path.Combine(Path.GetDirectoryName(document)!, parts[0]));
        if (!File.Exists(file)) return Directory.Exists(file) && parts.Length == 1;
        return parts.Length == 1 || Anchors(file).Contains(parts[1]);
    }

    /// <summary>Returns the anchors that GitHub gives the headings of a document.</summary>
    private static IEnumerable<string> Anchors(string file) => Markdown.Parse(File.ReadAllText(file))
        .Descendants<HeadingBlock>()
        .Select(heading => string.Concat(heading.Inline!.Descendants<LeafInline>().Select(Text)))
        .Select(text => NotInAnchor().Replace(text.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string Text(LeafInline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    };

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Paperspace.Help;

/// <summary>Reads the page of a cmdlet, in the format of platyPS.</summary>
internal sealed partial class HelpPageReader
{
    /// <summary>The text of the link to the page on the web.</summary>
    public const string OnlineLink = "Online Version:";

    /// <summary>The name of the page that describes the parameters of many cmdlets, and of the section that refers to it.</summary>
    public const string SharedParameters = "SharedParameters";

    private const string CommonParameters = "CommonParameters";

    private static readonly string[] SectionTitles =
        ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private readonly MarkdownPage _page;

    private HelpPageReader(MarkdownPage page)
    {
        _page = page;
    }

    /// <exception cref="HelpFormatException">The page or the page of the shared parameters has a problem.</exception>
    public static HelpPage Read(MarkdownPage page) => new HelpPageReader(page).Read();

    private HelpPage Read()
    {
        var matter = _page.FrontMatter;
        if (matter is null) _page.Fail(1, "The page of a cmdlet must begin with front matter between two lines '---'.");
        matter.RequireOnly("external help file", "Module Name", "online version", "schema");
        var root = _page.Root;
        if (root.Blocks.Count > 0)
            _page.Fail(MarkdownPage.LineOf(root.Blocks[0]), "No text is allowed between the title and the first section.");
        var titles = root.Sections.Select(section => section.Title).ToArray();
        if (!titles.SequenceEqual(SectionTitles))
            _page.Fail(root.Line, $"The sections are {string.Join(", ", titles)}, but must be {string.Join(", ", SectionTitles)}.");
        var sections = root.Sections.ToDictionary(section => section.Title, StringComparer.Ordinal);
        var page = new HelpPage
        {
            Name = root.Title,
            HelpFile = matter.Require("external help file"),
            OnlineVersion = matter.Require("online version"),
            Synopsis = ReadSynopsis(sections["SYNOPSIS"]),
            Syntaxes = ReadSyntaxes(sections["SYNTAX"]),
            Description = Require(sections["DESCRIPTION"]),
            Examples = ReadExamples(sections["EXAMPLES"]),
            Parameters = ReadParameters(sections["PARAMETERS"]),
            Inputs = ReadTypes(sections["INPUTS"]),
            Outputs = ReadTypes(sections["OUTPUTS"]),
            Notes = PlainText.Paragraphs(_page, sections["NOTES"].Blocks),
            Links = ReadLinks(sections["RELATED LINKS"]),
        };
        CompareSyntaxes(page, sections["PARAMETERS"]);
        if (page.Links[0] != new LinkHelp(OnlineLink, page.OnlineVersion))
            _page.Fail(sections["RELATED LINKS"].Line, $"The first link must be '[{OnlineLink}]({page.OnlineVersion})'.");
        return page;
    }

    private string ReadSynopsis(Section section)
    {
        var paragraphs = Require(section);
        if (paragraphs.Count > 1) _page.Fail(section.Line, "A synopsis must be one paragraph.");
        return paragraphs[0];
    }

    private IReadOnlyList<SyntaxHelp> ReadSyntaxes(Section section) => section.Sections.Count == 0
        ? [new SyntaxHelp(null, true, ReadSyntax(section), section.Line)]
        : [.. section.Sections.Select(ReadNamedSyntax)];

    private SyntaxHelp ReadNamedSyntax(Section section)
    {
        const string Default = " (Default)";
        var isDefault = section.Title.EndsWith(Default, StringComparison.Ordinal);
        var name = isDefault ? section.Title[..^Default.Length] : section.Title;
        return new SyntaxHelp(name, isDefault, ReadSyntax(section), section.Line);
    }

    private string ReadSyntax(Section section)
    {
        if (section.Blocks is not [FencedCodeBlock]) _page.Fail(section.Line, "A syntax must be one code block.");
        return string.Join(' ', MarkdownPage.LinesOf((CodeBlock)section.Blocks[0]).Select(line => line.Trim()));
    }

    private IReadOnlyList<ExampleHelp> ReadExamples(Section section) =>
        [.. section.Sections.Select((example, index) => ReadExample(example, index + 1))];

    private ExampleHelp ReadExample(Section section, int number)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"Example {number}: ");
        if (!section.Title.StartsWith(begin, StringComparison.Ordinal)) _page.Fail(section.Line, $"The title must begin with '{begin}'.");
        if (section.Blocks is not [FencedCodeBlock { Info: "powershell" }, ..])
            _page.Fail(section.Line, "An example must begin with its commands in a 'powershell' code block.");
        var remarks = PlainText.Paragraphs(_page, section.Blocks.Skip(1));
        if (remarks.Count == 0) _page.Fail(section.Line, "The example does not explain its commands.");
        return new ExampleHelp(section.Title, string.Join('\n', MarkdownPage.LinesOf((CodeBlock)section.Blocks[0])), remarks);
    }

    private IReadOnlyList<ParameterHelp> ReadParameters(Section section)
    {
        if (section.Sections is not [.., { Title: CommonParameters }])
            _page.Fail(section.Line, $"The last section must be '### {CommonParameters}'.");
        var own = section.Sections.SkipLast(1).Where(parameter => parameter.Title != SharedParameters).Select(ReadParameter).ToArray();
        if (!own.SequenceEqual(Sort(own))) _page.Fail(section.Line, "The parameters are not in alphabetical order.");
        var shared = section.Sections.Where(parameter => parameter.Title == SharedParameters).SelectMany(ReadSharedParameters);
        return [.. Sort(own.Concat(shared))];
    }

    /// <summary>Reads the parameters that a section names from the page that it links to.</summary>
    private IEnumerable<ParameterHelp> ReadSharedParameters(Section section)
    {
        const string Link = SharedParameters + ".md";
        var text = string.Join(' ', Require(section));
        if (!section.Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Inline!).OfType<LinkInline>().Any(link => link.Url == Link))
            _page.Fail(section.Line, $"'{SharedParameters}' has to link to '{Link}'.");
        var shared = MarkdownPage.Read(Path.Combine(Path.GetDirectoryName(_page.Path)!, Link));
        foreach (var title in ParameterName().Matches(text).Select(match => match.Value))
        {
            var described = shared.Root.Sections.FirstOrDefault(parameter => parameter.Title == title);
            if (described is null) _page.Fail(section.Line, $"'{Link}' does not describe {title}.");
            yield return new HelpPageReader(shared).ReadParameter(described);
        }
    }

    private static IOrderedEnumerable<ParameterHelp> Sort(IEnumerable<ParameterHelp> parameters) =>
        parameters.OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase);

    private ParameterHelp ReadParameter(Section section)
    {
        if (!section.Title.StartsWith('-')) _page.Fail(section.Line, "The title of a parameter must be its name with a leading '-'.");
        if (section.Blocks is not [.., FencedCodeBlock { Info: "yaml" }])
            _page.Fail(section.Line, "A parameter must end with its metadata in a 'yaml' code block.");
        var description = PlainText.Paragraphs(_page, section.Blocks.SkipLast(1));
        if (description.Count == 0) _page.Fail(section.Line, "The parameter has no description.");
        var facts = FieldList.Read(_page, (CodeBlock)section.Blocks[^1]);
        facts.RequireOnly(
            "Type", "Parameter Sets", "Aliases", "Accepted values", "Required", "Position", "Default value", "Accept pipeline input",
            "Accept wildcard characters");
        return new ParameterHelp
        {
            Name = section.Title[1..],
            Description = description,
            Type = facts.Require("Type"),
            ParameterSets = facts.List("Parameter Sets"),
            Aliases = facts.List("Aliases"),
            AcceptedValues = facts.List("Accepted values"),
            IsRequired = facts.RequireFlag("Required"),
            Position = ReadPosition(facts),
            DefaultValue = facts.Require("Default value"),
            PipelineInput = ReadPipelineInput(facts),
            AcceptsWildcards = facts.RequireFlag("Accept wildcard characters"),
        };
    }

    private int? ReadPosition(FieldList facts)
    {
        var text = facts.Require("Position");
        if (text == "Named") return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            _page.Fail(facts.LineOf("Position"), "'Position' must be Named or a number.");
        return position;
    }

    private string ReadPipelineInput(FieldList facts)
    {
        var text = facts.Require("Accept pipeline input");
        if (!PipelineInput().IsMatch(text))
            _page.Fail(
                facts.LineOf("Accept pipeline input"),
                "'Accept pipeline input' must be False, or True with ByPropertyName, ByValue or both in parentheses.");
        return text;
    }

    private IReadOnlyList<TypeHelp> ReadTypes(Section section)
    {
        if (section.Sections.Count == 0) _page.Fail(section.Line, "A type must be a heading; if there is none, use 'None'.");
        return [.. section.Sections.Select(type => new TypeHelp(type.Title, Require(type)))];
    }

    private LinkHelp[] ReadLinks(Section section)
    {
        var links = section.Blocks.Select(ReadLink).ToArray();
        if (links.Length == 0) _page.Fail(section.Line, "The section has no link.");
        return links;
    }

    private LinkHelp ReadLink(Block block)
    {
        var link = (block as ParagraphBlock)?.Inline?.FirstChild as LinkInline;
        if (link is not { NextSibling: null }) _page.Fail(MarkdownPage.LineOf(block), "A related link must be a paragraph of its own.");
        LinkTarget.RequireFile(_page, link.Url, MarkdownPage.LineOf(block));
        var text = string.Concat(link.OfType<LiteralInline>().Select(literal => literal.ToString()));
        return LinkTarget.IsWeb(link.Url) ? new LinkHelp(text, link.Url!) : new LinkHelp(text, "");
    }

    private IReadOnlyList<string> Require(Section section)
    {
        if (section.Sections.Count > 0) _page.Fail(section.Sections[0].Line, $"'{section.Title}' cannot have subsections.");
        var paragraphs = PlainText.Paragraphs(_page, section.Blocks);
        if (paragraphs.Count == 0) _page.Fail(section.Line, $"'{section.Title}' is empty.");
        return paragraphs;
    }

    private void CompareSyntaxes(HelpPage page, Section parameters)
    {
        foreach (var syntax in page.Syntaxes)
        {
            var described = page.Parameters.Where(parameter => parameter.IsIn(syntax)).Select(parameter => parameter.Name).ToArray();
            if (syntax.ParameterNames.Except(described).FirstOrDefault() is { } unknown)
                _page.Fail(syntax.Line, $"-{unknown} is in the syntax, but not among the parameters of its set.");
            if (described.Except(syntax.ParameterNames).FirstOrDefault() is { } unused)
                _page.Fail(
                    parameters.Sections.First(section => section.Title is SharedParameters || section.Title == "-" + unused).Line,
                    $"-{unused} is not in the syntax of its set.");
        }
    }

    [GeneratedRegex(@"(?<=^|\s)-[A-Za-z]\w*")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^(False|True \((ByPropertyName|ByValue|ByPropertyName, ByValue)\))$")]
    private static partial Regex PipelineInput();
}

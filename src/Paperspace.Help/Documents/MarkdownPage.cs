using System.Diagnostics.CodeAnalysis;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Paperspace.Help;

/// <summary>Represents a Markdown file as a tree of sections.</summary>
internal sealed class MarkdownPage
{
    // Tables are parsed so that they can be rejected: a console cannot show them.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    private MarkdownPage(string path, string text)
    {
        Path = path;
        var blocks = new Queue<Block>(Markdown.Parse(text, Pipeline));
        if (blocks.TryPeek(out var first) && first is YamlFrontMatterBlock) FrontMatter = FieldList.Read(this, (CodeBlock)blocks.Dequeue());
        Root = ReadRoot(blocks);
    }

    public string Path { get; }

    /// <summary>Gets the name of the file without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Gets the front matter; null if there is none.</summary>
    public FieldList? FrontMatter { get; }

    /// <summary>Gets the section of the title, which contains all others.</summary>
    public Section Root { get; }

    /// <exception cref="HelpFormatException">The page is not one tree of sections under the name of the file.</exception>
    public static MarkdownPage Read(string path) => Parse(path, File.ReadAllText(path));

    /// <summary>Parses a string as the content of a file.</summary>
    /// <exception cref="HelpFormatException">The page is not one tree of sections under the name of the file.</exception>
    public static MarkdownPage Parse(string path, string text) => new(path, text);

    /// <summary>Returns the line number of a block, from 1.</summary>
    public static int LineOf(Block block) => block.Line + 1;

    public static string[] LinesOf(CodeBlock block) => [.. block.Lines.Lines.Take(block.Lines.Count).Select(line => line.ToString())];

    /// <exception cref="HelpFormatException">Always.</exception>
    [DoesNotReturn]
    public void Fail(int line, string problem) => throw new HelpFormatException(Path, line, problem);

    private Section ReadRoot(Queue<Block> blocks)
    {
        if (!blocks.TryPeek(out var block) || block is not HeadingBlock { Level: 1 }) Fail(1, $"A page must begin with '# {Name}'.");
        var root = ReadSection(blocks);
        if (root.Title != Name) Fail(root.Line, $"The title is '{root.Title}', but the name of the file is '{Name}'.");
        if (blocks.TryPeek(out var second)) Fail(LineOf(second), "A page can have only one title.");
        return root;
    }

    private Section ReadSection(Queue<Block> blocks)
    {
        var heading = (HeadingBlock)blocks.Dequeue();
        var own = new List<Block>();
        while (blocks.TryPeek(out var block) && block is not HeadingBlock) own.Add(blocks.Dequeue());
        var below = new List<Section>();
        while (blocks.TryPeek(out var next) && next is HeadingBlock inner && inner.Level > heading.Level)
        {
            if (inner.Level != heading.Level + 1) Fail(LineOf(inner), "The heading skips a level.");
            below.Add(ReadSection(blocks));
        }

        return new Section(PlainText.Of(this, heading), LineOf(heading), own, below);
    }
}

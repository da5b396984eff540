using System.Diagnostics.CodeAnalysis;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Paperspace.Help;

/// <summary>Represents a Markdown file as a tree of sections.</summary>
internal sealed class MarkdownPage
{
    // Tables are read so that they can be refused where no console could show them.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    private MarkdownPage(string path, string text)
    {
        Path = path;
        var blocks = new Queue<Block>(Markdown.Parse(text, Pipeline));
        if (blocks.TryPeek(out var first) && first is YamlFrontMatterBlock) FrontMatter = FieldList.Read(this, (CodeBlock)blocks.Dequeue());
        Root = ReadRoot(blocks);
    }

    /// <summary>Gets where it is.</summary>
    public string Path { get; }

    /// <summary>Gets the name of its file, without the extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Gets the fields before the text; null where there are none.</summary>
    public FieldList? FrontMatter { get; }

    /// <summary>Gets the section of the title, which holds all others.</summary>
    public Section Root { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="HelpFormatException">It is not one tree of sections under its own name.</exception>
    public static MarkdownPage Read(string path) => Parse(path, File.ReadAllText(path));

    /// <summary>Reads a text as if it were this file's.</summary>
    /// <exception cref="HelpFormatException">It is not one tree of sections under the file's name.</exception>
    public static MarkdownPage Parse(string path, string text) => new(path, text);

    /// <summary>Returns the line of a block, counted from 1.</summary>
    public static int LineOf(Block block) => block.Line + 1;

    /// <summary>Returns the lines of a code block.</summary>
    public static string[] LinesOf(CodeBlock block) => [.. block.Lines.Lines.Take(block.Lines.Count).Select(line => line.ToString())];

    /// <summary>Ends the reading.</summary>
    /// <param name="line">The line that is wrong, counted from 1.</param>
    /// <param name="problem">What is wrong, in a sentence.</param>
    [DoesNotReturn]
    public void Fail(int line, string problem) => throw new HelpFormatException(Path, line, problem);

    private Section ReadRoot(Queue<Block> blocks)
    {
        if (!blocks.TryPeek(out var block) || block is not HeadingBlock { Level: 1 }) Fail(1, $"A page begins with '# {Name}'.");
        var root = ReadSection(blocks);
        if (root.Title != Name) Fail(root.Line, $"The title is '{root.Title}'; that of this file is '{Name}'.");
        if (blocks.TryPeek(out var second)) Fail(LineOf(second), "A page has one title.");
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
            if (inner.Level != heading.Level + 1) Fail(LineOf(inner), "The heading leaves a level out.");
            below.Add(ReadSection(blocks));
        }

        return new Section(PlainText.Of(this, heading), LineOf(heading), own, below);
    }
}

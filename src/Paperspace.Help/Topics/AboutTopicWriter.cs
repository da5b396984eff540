using System.Text;
using Markdig.Syntax;

namespace Paperspace.Help;

/// <summary>Converts the page of an about topic to text of the width of a console.</summary>
internal sealed class AboutTopicWriter
{
    private const string First = "SHORT DESCRIPTION";
    private const int Width = 80;
    private const int TextIndent = 4;
    private const int HeadingIndent = 2;
    private const int CodeIndent = 8;

    private readonly MarkdownPage _page;
    private readonly StringBuilder _text = new();

    private AboutTopicWriter(MarkdownPage page)
    {
        _page = page;
    }

    /// <exception cref="HelpFormatException">The page contains something that a console cannot show.</exception>
    public static AboutTopic Write(MarkdownPage page) => new(page.Name, new AboutTopicWriter(page).Write());

    private string Write()
    {
        var root = _page.Root;
        if (root.Blocks.Count > 0 || root.Sections is not [{ Title: First }, ..])
            _page.Fail(root.Line, $"The first section must be '## {First}'.");
        AppendLine(0, "TOPIC");
        AppendLine(TextIndent, root.Title);
        AppendSummary(root.Sections[0]);
        foreach (var section in root.Sections.Skip(1))
        {
            AppendHeading(0, section.Title.ToUpperInvariant());
            AppendBlocks(section.Blocks);
            foreach (var below in section.Sections)
            {
                AppendHeading(HeadingIndent, below.Title);
                AppendBlocks(below.Blocks);
                if (below.Sections.Count > 0) _page.Fail(below.Sections[0].Line, "A topic cannot have a fourth level.");
            }
        }

        return _text.ToString();
    }

    /// <summary>Appends the summary in one line, the fifth, because Get-Help takes this line for the synopsis.</summary>
    private void AppendSummary(Section section)
    {
        var paragraphs = PlainText.Paragraphs(_page, section.Blocks);
        if (paragraphs.Count != 1 || section.Sections.Count > 0) _page.Fail(section.Line, $"'{First}' must be one paragraph.");
        AppendHeading(0, First);
        AppendLine(TextIndent, paragraphs[0]);
    }

    private void AppendBlocks(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0) _text.Append('\n');
            AppendBlock(blocks[i]);
        }
    }

    private void AppendBlock(Block block)
    {
        switch (block)
        {
            case FencedCodeBlock code:
                foreach (var line in MarkdownPage.LinesOf(code)) AppendLine(CodeIndent, line);
                break;
            case ListBlock list:
                foreach (var item in PlainText.Items(_page, list)) AppendWrapped(item, item.IndexOf(' ', StringComparison.Ordinal) + 1);
                break;
            default:
                foreach (var paragraph in PlainText.Paragraphs(_page, [block])) AppendWrapped(paragraph, 0);
                break;
        }
    }

    private void AppendHeading(int indent, string title)
    {
        _text.Append('\n');
        AppendLine(indent, title);
    }

    /// <summary>Appends a wrapped paragraph with a hanging indent.</summary>
    private void AppendWrapped(string paragraph, int hanging)
    {
        var indent = TextIndent;
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > Width)
            {
                AppendLine(indent, line.ToString());
                line.Clear();
                indent = TextIndent + hanging;
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        AppendLine(indent, line.ToString());
    }

    private void AppendLine(int indent, string line) => _text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
}

using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Paperspace.Help;

/// <summary>Converts Markdown to plain text for a console.</summary>
internal static class PlainText
{
    /// <summary>Returns the paragraphs of blocks. Each list item is a paragraph that begins with its bullet or number.</summary>
    /// <exception cref="HelpFormatException">A block is neither a paragraph nor a list.</exception>
    public static IReadOnlyList<string> Paragraphs(MarkdownPage page, IEnumerable<Block> blocks)
    {
        var paragraphs = new List<string>();
        foreach (var block in blocks)
            switch (block)
            {
                case ParagraphBlock paragraph:
                    paragraphs.Add(Of(page, paragraph));
                    break;
                case ListBlock list:
                    paragraphs.AddRange(Items(page, list));
                    break;
                default:
                    page.Fail(MarkdownPage.LineOf(block), $"A {Name(block)} is not allowed here; use paragraphs and lists.");
                    break;
            }

        return paragraphs;
    }

    /// <summary>Returns the items of a list, each with its bullet or number.</summary>
    /// <exception cref="HelpFormatException">An item is more than one paragraph.</exception>
    public static IEnumerable<string> Items(MarkdownPage page, ListBlock list)
    {
        var number = 1;
        foreach (var item in list.Cast<ListItemBlock>())
        {
            if (item is not [ParagraphBlock]) page.Fail(MarkdownPage.LineOf(item), "A list item must be one paragraph.");
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            yield return mark + Of(page, (LeafBlock)item[0]);
        }
    }

    /// <summary>Returns the text of a heading or a paragraph in one line.</summary>
    /// <exception cref="HelpFormatException">It contains something that has no text, such as an image.</exception>
    public static string Of(MarkdownPage page, LeafBlock block)
    {
        var text = new StringBuilder();
        if (block.Inline is not null) Append(page, block.Inline, text);
        return text.ToString().Trim();
    }

    private static void Append(MarkdownPage page, ContainerInline inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case LinkInline { IsImage: false } link:
                    AppendLink(page, link, text);
                    break;
                case EmphasisInline emphasis:
                    Append(page, emphasis, text);
                    break;
                default:
                    page.Fail(inline.Line + 1, "A console can show only text, code, emphasis and links.");
                    break;
            }
    }

    private static void AppendLink(MarkdownPage page, LinkInline link, StringBuilder text)
    {
        var begin = text.Length;
        Append(page, link, text);
        // Get-Help finds a page of this module by its name; the reader of a console needs any other address.
        if (!LinkTarget.IsWeb(link.Url)) LinkTarget.RequireFile(page, link.Url, link.Line + 1);
        else if (text.ToString(begin, text.Length - begin) != link.Url) text.Append(CultureInfo.InvariantCulture, $" ({link.Url})");
    }

    private static string Name(Block block) => block switch
    {
        CodeBlock => "code block",
        HtmlBlock => "piece of HTML",
        QuoteBlock => "quotation",
        ThematicBreakBlock => "line",
        _ => "table",
    };
}

using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Paperspace.Help;

/// <summary>Converts Markdown to what a console shows of it: the words without their marks.</summary>
internal static class PlainText
{
    /// <summary>Returns the paragraphs of blocks, with each item of a list as one that begins with its mark.</summary>
    /// <exception cref="HelpFormatException">There is something else than paragraphs and lists.</exception>
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
                    page.Fail(MarkdownPage.LineOf(block), $"A {Name(block)} cannot stand here; only paragraphs and lists can.");
                    break;
            }

        return paragraphs;
    }

    /// <summary>Returns the items of a list, each with its mark.</summary>
    /// <exception cref="HelpFormatException">An item is more than a paragraph.</exception>
    public static IEnumerable<string> Items(MarkdownPage page, ListBlock list)
    {
        var number = 1;
        foreach (var item in list.Cast<ListItemBlock>())
        {
            if (item is not [ParagraphBlock]) page.Fail(MarkdownPage.LineOf(item), "An item of a list is one paragraph.");
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            yield return mark + Of(page, (LeafBlock)item[0]);
        }
    }

    /// <summary>Returns the text of a heading or a paragraph, as one line.</summary>
    /// <exception cref="HelpFormatException">There is something in it that has no text, such as a picture.</exception>
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
                    page.Fail(inline.Line + 1, "Only text, code, emphasis and links can be shown in a console.");
                    break;
            }
    }

    private static void AppendLink(MarkdownPage page, LinkInline link, StringBuilder text)
    {
        var begin = text.Length;
        Append(page, link, text);
        // A page beside this one is found by its name; any other address is of use only when it can be read.
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

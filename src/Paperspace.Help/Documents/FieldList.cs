using Markdig.Syntax;

namespace Paperspace.Help;

/// <summary>Holds lines of the form <c>name: value</c>, as before a page and under each parameter.</summary>
internal sealed class FieldList
{
    private readonly MarkdownPage _page;
    private readonly int _line;
    private readonly Dictionary<string, (string Value, int Line)> _fields = new(StringComparer.Ordinal);

    private FieldList(MarkdownPage page, int line)
    {
        _page = page;
        _line = line;
    }

    /// <summary>Reads a block of them; empty lines part them into groups.</summary>
    /// <exception cref="HelpFormatException">A line has another form, or a name comes twice.</exception>
    public static FieldList Read(MarkdownPage page, CodeBlock block)
    {
        var fields = new FieldList(page, MarkdownPage.LineOf(block));
        var line = fields._line;
        foreach (var text in MarkdownPage.LinesOf(block))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) page.Fail(line, $"'{text}' is not of the form 'name: value'.");
            var name = text[..colon].Trim();
            if (!fields._fields.TryAdd(name, (text[(colon + 1)..].Trim(), line))) page.Fail(line, $"'{name}' is there twice.");
        }

        return fields;
    }

    /// <summary>Returns the value; null where it is empty or there is no such field.</summary>
    public string? Find(string name) => _fields.TryGetValue(name, out var field) && field.Value.Length > 0 ? field.Value : null;

    /// <summary>Returns the value.</summary>
    /// <exception cref="HelpFormatException">It is empty, or there is no such field.</exception>
    public string Require(string name)
    {
        var value = Find(name);
        if (value is null) _page.Fail(LineOf(name), $"'{name}' is missing or empty.");
        return value;
    }

    /// <summary>Returns the value, as one of two words.</summary>
    /// <exception cref="HelpFormatException">It is neither.</exception>
    public bool RequireFlag(string name)
    {
        var value = Require(name);
        if (value is not ("True" or "False")) _page.Fail(LineOf(name), $"'{name}' is True or False.");
        return value == "True";
    }

    /// <summary>Returns the values parted by commas.</summary>
    public IReadOnlyList<string> List(string name) => Find(name)?.Split(", ") ?? [];

    /// <summary>Refuses fields that are none of these.</summary>
    /// <exception cref="HelpFormatException">There is one.</exception>
    public void RequireOnly(params string[] names)
    {
        foreach (var (name, field) in _fields)
            if (!names.Contains(name))
                _page.Fail(field.Line, $"'{name}' is not known here; known are {string.Join(", ", names)}.");
    }

    /// <summary>Returns the line of a field, or of the block where there is no such field.</summary>
    public int LineOf(string name) => _fields.TryGetValue(name, out var field) ? field.Line : _line;
}

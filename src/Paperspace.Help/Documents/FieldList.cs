using Markdig.Syntax;

namespace Paperspace.Help;

/// <summary>Holds <c>name: value</c> lines: the front matter of a page, or the metadata of a parameter.</summary>
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

    /// <exception cref="HelpFormatException">A line has another form, or a name is repeated.</exception>
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
            if (!fields._fields.TryAdd(name, (text[(colon + 1)..].Trim(), line))) page.Fail(line, $"'{name}' is repeated.");
        }

        return fields;
    }

    /// <summary>Returns the value; null if it is empty or missing.</summary>
    public string? Find(string name) => _fields.TryGetValue(name, out var field) && field.Value.Length > 0 ? field.Value : null;

    /// <exception cref="HelpFormatException">The value is empty or missing.</exception>
    public string Require(string name)
    {
        var value = Find(name);
        if (value is null) _page.Fail(LineOf(name), $"'{name}' is missing or empty.");
        return value;
    }

    /// <exception cref="HelpFormatException">The value is not True or False.</exception>
    public bool RequireFlag(string name)
    {
        var value = Require(name);
        if (value is not ("True" or "False")) _page.Fail(LineOf(name), $"'{name}' must be True or False.");
        return value == "True";
    }

    /// <summary>Returns comma-separated values.</summary>
    public IReadOnlyList<string> List(string name) => Find(name)?.Split(", ") ?? [];

    /// <exception cref="HelpFormatException">There is a field with another name.</exception>
    public void RequireOnly(params string[] names)
    {
        foreach (var (name, field) in _fields)
            if (!names.Contains(name))
                _page.Fail(field.Line, $"'{name}' is not a known field. Use one of {string.Join(", ", names)}.");
    }

    /// <summary>Returns the line of a field; if it is missing, the line of the block.</summary>
    public int LineOf(string name) => _fields.TryGetValue(name, out var field) ? field.Line : _line;
}

using System.Globalization;

namespace Paperspace.Views;

/// <summary>Represents a line of a description: a column of a table or an item of a list.</summary>
internal sealed record ViewField(string Label)
{
    private static readonly char[] Separators = [' ', ','];

    public IReadOnlyList<string> Properties { get; private init; } = [];

    public string Format { get; private init; } = "Text";

    /// <summary>Gets the width of the column; null for the remaining width.</summary>
    public int? Width { get; private init; }

    /// <summary>Gets whether longer values are truncated.</summary>
    public bool IsClipped { get; private init; }

    /// <summary>Gets the width up to which the fill column is padded; null for any other column.</summary>
    public int? PreferredWidth { get; private init; }

    public bool IsRight { get; private init; }

    /// <summary>Gets <c>any</c> or <c>known</c> if the item is shown only for some values.</summary>
    public string? Condition { get; private init; }

    /// <summary>Reads a line: <c>Label [Property, …] [as Format] [width N | clip N | fill N-M] [right] [if any | if known]</c>.</summary>
    /// <exception cref="FormatException">The line is invalid.</exception>
    public static ViewField Parse(string line)
    {
        var words = new Queue<string>(line.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        var field = new ViewField(words.Dequeue());
        var properties = new List<string>();
        while (words.TryDequeue(out var word))
        {
            field = word switch
            {
                "as" => field with { Format = Next() },
                "width" => field with { Width = Number(Next()) },
                "clip" => field with { Width = Number(Next()), IsClipped = true },
                "fill" when Next().Split('-') is [var min, var preferred] =>
                    field with { Width = Number(min), PreferredWidth = Number(preferred) },
                "right" => field with { IsRight = true },
                "if" when Next() is ("any" or "known") and var condition => field with { Condition = condition },
                _ when char.IsUpper(word[0]) || word[0] == '$' => Add(word),
                _ => throw Invalid(),
            };
        }

        return field with { Properties = properties.Count == 0 ? [field.Label] : properties };

        ViewField Add(string property)
        {
            properties.Add(property);
            return field;
        }

        string Next() => words.TryDequeue(out var next) ? next : throw Invalid();
        int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid();
        FormatException Invalid() => new($"'{line.Trim()}' is not a valid line of a view.");
    }
}

namespace Paperspace.Simulator;

/// <summary>One field of a resource: what it is called in JSON, which query parameter filters by it, and its value.</summary>
/// <param name="Name">The JSON name; null when the field can be filtered by but is not shown.</param>
/// <param name="Filter">The query parameter; null when nothing filters by the field.</param>
/// <param name="Kind">Text, a JSON literal (number or boolean) or a date.</param>
/// <param name="Value">The value as text; null for JSON null.</param>
internal sealed record Field<T>(string? Name, string? Filter, FieldKind Kind, Func<T, string?> Value)
{
    public static Field<T> Text(string name, Func<T, string?> value) => new(name, name, FieldKind.Text, value);

    public static Field<T> Literal(string name, Func<T, string?> value) => new(name, name, FieldKind.Literal, value);

    public static Field<T> Date(string name, Func<T, string?> value) => new(name, name, FieldKind.Date, value);

    public static Field<T> Hidden(string filter, Func<T, string?> value) => new(null, filter, FieldKind.Text, value);

    public Field<T> Unfiltered() => this with { Filter = null };

    public Field<T> FilteredAs(string filter) => this with { Filter = filter };
}

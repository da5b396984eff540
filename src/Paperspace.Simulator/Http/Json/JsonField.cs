namespace Paperspace.Simulator;

/// <summary>Describes one field of a resource: its name in JSON, the query parameter that filters by it, and its value.</summary>
/// <param name="Name">The JSON name; null when the field can be filtered by but is not shown.</param>
/// <param name="Filter">The query parameter; null when nothing filters by the field.</param>
/// <param name="Kind">Text, a JSON literal (number or boolean) or a date.</param>
/// <param name="Value">The value as text; null for JSON null.</param>
internal sealed record JsonField<T>(string? Name, string? Filter, JsonFieldKind Kind, Func<T, string?> Value)
{
    public static JsonField<T> Text(string name, Func<T, string?> value) => new(name, name, JsonFieldKind.Text, value);

    public static JsonField<T> Literal(string name, Func<T, string?> value) => new(name, name, JsonFieldKind.Literal, value);

    public static JsonField<T> Boolean(string name, Func<T, bool> value) => Literal(name, item => value(item) ? "true" : "false");

    public static JsonField<T> Date(string name, Func<T, DateTimeOffset?> value) =>
        new(name, name, JsonFieldKind.Date, item => IsoDate.Text(value(item)));

    public static JsonField<T> Hidden(string filter, Func<T, string?> value) => new(null, filter, JsonFieldKind.Text, value);

    /// <summary>Gets or sets whether the field is left out where it has no value.</summary>
    public bool OmitsNull { get; private init; }

    public JsonField<T> OmittedWhenNull() => this with { OmitsNull = true };

    public JsonField<T> Unfiltered() => this with { Filter = null };

    public JsonField<T> FilteredAs(string filter) => this with { Filter = filter };
}

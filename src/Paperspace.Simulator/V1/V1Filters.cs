namespace Paperspace.Simulator;

/// <summary>Reads the filters that several lists share. Without its parameter, a filter matches everything.</summary>
internal static class V1Filters
{
    public static Func<string, bool> Name(V1Request request)
    {
        if (request.Query.String("name") is not { Length: > 0 } wanted) return static _ => true;
        return request.Options.FiltersByPartOfName
            ? name => name.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0
            : name => string.Equals(name, wanted, StringComparison.Ordinal);
    }

    public static Func<string, bool> Region(V1Request request) =>
        request.Query.Region("region") is { } wanted ? code => code == wanted : static _ => true;

    /// <summary>Returns a filter for a case-insensitive value.</summary>
    public static Func<string, bool> Value(V1Request request, string name) => request.Query.String(name) is { Length: > 0 } wanted
        ? value => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase)
        : static _ => true;
}

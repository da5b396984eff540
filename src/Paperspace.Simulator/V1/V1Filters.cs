namespace Paperspace.Simulator.V1;

/// <summary>Reads the filters that several lists have.</summary>
internal static class V1Filters
{
    /// <summary>Returns a filter by the name in the query; one that takes everything where there is none.</summary>
    public static Func<string, bool> Name(V1Request request)
    {
        if (request.Query.Text("name") is not { Length: > 0 } wanted)
            return static _ => true;
        return request.Options.FiltersByPartOfName
            ? name => name.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0
            : name => string.Equals(name, wanted, StringComparison.Ordinal);
    }

    /// <summary>Returns a filter by the region in the query; one that takes everything where there is none.</summary>
    public static Func<string, bool> Region(V1Request request) =>
        request.Query.Region("region") is { } wanted ? code => code == wanted : static _ => true;

    /// <summary>Returns a filter by a text in the query, whatever its case; one that takes everything where there is none.</summary>
    public static Func<string, bool> Text(V1Request request, string name) => request.Query.Text(name) is { Length: > 0 } wanted
        ? text => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase)
        : static _ => true;
}

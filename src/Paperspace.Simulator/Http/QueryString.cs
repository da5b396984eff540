namespace Paperspace.Simulator;

internal static class QueryString
{
    /// <summary>Returns the decoded parameters in order. Parts without a name or an equals sign are ignored.</summary>
    public static IEnumerable<(string Name, string Value)> Parse(string query)
    {
        foreach (var pair in query.Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0) yield return (Decode(pair.Substring(0, equals)), Decode(pair.Substring(equals + 1)));
        }
    }

    // As in an HTML form, a plus sign is a space and %2B a plus.
    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}

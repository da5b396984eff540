using System.Text;

namespace Paperspace.Testing;

/// <summary>Holds a request as it came over a socket, undecoded.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query as they were sent.</param>
/// <param name="Headers">The headers, whatever the case of their names.</param>
/// <param name="BodyBytes">The body.</param>
public sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] BodyBytes)
{
    /// <summary>Gets the path, without the query.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>Gets the query as it was sent; empty without one.</summary>
    public string Query =>
        Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";

    /// <summary>Gets the query's fields, decoded.</summary>
    public IReadOnlyDictionary<string, string> QueryFields => Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    /// <summary>Gets the body as text; empty without one.</summary>
    public string Body => Encoding.UTF8.GetString(BodyBytes);
}

namespace Paperspace.Simulator;

/// <summary>Represents an HTTP request.</summary>
public sealed class SimulatedRequest
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method, in capitals.</param>
    /// <param name="target">The encoded path and query, as in the request line: <c>/machines/getMachines?limit=5</c>.</param>
    /// <param name="headers">The headers; names are case-insensitive.</param>
    /// <param name="body">The body; null or empty if there is none.</param>
    public SimulatedRequest(
        string method,
        string target,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? body = null)
    {
        Method = method ?? throw new ArgumentNullException(nameof(method));
        var question = (target ?? throw new ArgumentNullException(nameof(target))).IndexOf('?');
        Path = question < 0 ? target : target.Substring(0, question);
        Query = question < 0 ? "" : target.Substring(question + 1);
        Headers = headers is null ? NoHeaders : Fold(headers);
        Body = body ?? "";
    }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets the path, still encoded.</summary>
    public string Path { get; }

    /// <summary>Gets the query string, still encoded and without its question mark; empty if there is none.</summary>
    public string Query { get; }

    /// <summary>Gets the headers; names are case-insensitive.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the body; empty if there is none.</summary>
    public string Body { get; }

    internal string ContentType => Headers.TryGetValue("Content-Type", out var contentType) ? contentType : "";

    private static Dictionary<string, string> Fold(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var folded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
            folded[header.Key] = header.Value;
        return folded;
    }
}

namespace Paperspace.Client.Http;

/// <summary>A request before it is sent.</summary>
internal sealed class WireRequest
{
    /// <summary>The HTTP method.</summary>
    public required RestSharp.Method Method { get; init; }

    /// <summary>The path, of literals and checked ids, without a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>The query, unencoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The body as JSON; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether sending it twice does what sending it once does.</summary>
    public required bool IsRepeatable { get; init; }

    /// <summary>The method as written on the wire.</summary>
    public string MethodName => Method.ToString().ToUpperInvariant();

    /// <summary>The path as errors show it.</summary>
    public string DisplayPath => "/" + Path;
}

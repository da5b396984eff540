using System.Collections.ObjectModel;
using RestSharp;

namespace Paperspace.Client;

internal sealed class ApiRequest
{
    private static IReadOnlyDictionary<string, string> NoParameters { get; } =
        new ReadOnlyDictionary<string, string>(new Dictionary<string, string>());

    public required Method Method { get; init; }

    /// <summary>Gets the path below the base address, without a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query, unescaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Gets the JSON body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the file to send as a form instead of a body; null for none.</summary>
    public RequestFile? File { get; init; }

    /// <summary>Gets the secrets in the request, such as a new user's password.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets the parameters by the names of the body's fields.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = NoParameters;

    /// <summary>Gets when the request may be sent again after a failure.</summary>
    public required RetrySafety RetrySafety { get; init; }

    /// <summary>Gets the reason for an error 404.</summary>
    public PaperspaceErrorReason NotFoundReason { get; init; } = PaperspaceErrorReason.NotFound;

    /// <summary>Gets a callback for a successful response before it is parsed; null for none.</summary>
    public Action<ApiResponse>? ResponseReceived { get; init; }

    /// <summary>Gets whether the request only reads.</summary>
    public bool IsRead => Method is Method.Get or Method.Head or Method.Options;

    public string MethodName => Method.ToString().ToUpperInvariant();

    /// <summary>Creates a GET request.</summary>
    public static ApiRequest Get(string path, params KeyValuePair<string, string>[] query) =>
        new() { Method = Method.Get, Path = path, Query = query, RetrySafety = RetrySafety.Idempotent };
}

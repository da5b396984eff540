using System.Collections.ObjectModel;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Describes a request to an API.</summary>
internal sealed class ApiRequest
{
    private static IReadOnlyDictionary<string, string> NoParameters { get; } =
        new ReadOnlyDictionary<string, string>(new Dictionary<string, string>());

    public required Method Method { get; init; }

    /// <summary>Gets the path after the base address, without a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query, unescaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Gets the JSON body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the file that is sent as a form in place of a body; null for none.</summary>
    public RequestFile? File { get; init; }

    /// <summary>Gets the secret strings in it, such as a new user's password.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets the parameters behind the fields of the body, by the fields' names.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = NoParameters;

    /// <summary>Gets when it may be sent again.</summary>
    public required RetrySafety RetrySafety { get; init; }

    /// <summary>Gets what a response that it is about nothing that exists means.</summary>
    public PaperspaceErrorReason NotFoundReason { get; init; } = PaperspaceErrorReason.NotFound;

    /// <summary>Gets what looks at the body of a successful response before it is read; null for nothing.</summary>
    public Action<ResponseBody>? BodyReceived { get; init; }

    /// <summary>Gets whether it changes nothing.</summary>
    public bool IsRead => Method is Method.Get or Method.Head or Method.Options;

    /// <summary>Gets the HTTP method as it is written.</summary>
    public string MethodName => Method.ToString().ToUpperInvariant();

    /// <summary>Creates a request that only reads.</summary>
    public static ApiRequest Get(string path, params KeyValuePair<string, string>[] query) =>
        new() { Method = Method.Get, Path = path, Query = query, RetrySafety = RetrySafety.Idempotent };
}

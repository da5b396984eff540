namespace Paperspace;

/// <summary>Specifies a request to an API operation that no other client covers.</summary>
public sealed class RestRequestOptions
{
    /// <summary>Gets the HTTP method.</summary>
    public RestMethod Method { get; init; }

    /// <summary>Gets the path below the base address, escaped; see <see cref="RestPath"/>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Gets the query fields, unescaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>
    /// Gets the body: a string, which is sent unchanged, or a dictionary, list, number, Boolean or time, which is sent
    /// as JSON. Null for none.
    /// </summary>
    public object? Body { get; init; }

    /// <summary>Gets the strings to redact in logs, in addition to fields whose names indicate secrets.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Checks the request. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">The path is invalid, a query field has no name, or a GET request has a
    /// body.</exception>
    public void Validate()
    {
        RestPath.Require(Path, nameof(Path));
        if (Query.Any(field => string.IsNullOrWhiteSpace(field.Key)))
            throw PaperspaceException.InvalidRequest("Query has a field without a name.", nameof(Query));
        if (Method == RestMethod.Get && Body is not null)
            throw PaperspaceException.InvalidRequest("A Get request cannot have a body. Specify fields with Query.", nameof(Body));
    }
}

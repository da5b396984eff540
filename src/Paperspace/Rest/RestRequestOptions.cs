namespace Paperspace;

/// <summary>Describes a request to an operation of the API that no other client has.</summary>
public sealed class RestRequestOptions
{
    /// <summary>Gets the HTTP method.</summary>
    public RestMethod Method { get; init; }

    /// <summary>Gets the path below the base address, escaped: see <see cref="RestPath"/>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Gets the fields of the query, unescaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Gets the body: a text, which is sent as it is, or what is written as JSON: dictionaries by text, lists, texts, numbers,
    /// booleans, times and null. Null for none.</summary>
    public object? Body { get; init; }

    /// <summary>Gets the texts in it that must not be shown, beside those of fields that hold secrets by their name.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Checks the request, without sending it.</summary>
    /// <exception cref="PaperspaceException">The path may lead elsewhere, a field has no name, or a body is given to what only
    /// reads.</exception>
    public void Validate()
    {
        RestPath.Require(Path, nameof(Path));
        if (Query.Any(field => string.IsNullOrWhiteSpace(field.Key)))
            throw PaperspaceException.InvalidRequest("Query has a field without a name.", nameof(Query));
        if (Method == RestMethod.Get && Body is not null)
            throw PaperspaceException.InvalidRequest("A request with the method Get has no body: give fields with Query.", nameof(Body));
    }
}

using RestSharp;

namespace Paperspace.Client;

/// <summary>Creates requests that no other client covers, for both APIs.</summary>
internal static class RestRequests
{
    /// <exception cref="PaperspaceException">The request is invalid.</exception>
    public static ApiRequest Create(RestRequestOptions options, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        options.Validate();
        var body = options.Body is null ? null : options.Body as string ?? JsonBody.Value(options.Body);
        return new ApiRequest
        {
            Method = ToMethod(options.Method),
            Path = RestPath.Require(options.Path, nameof(options.Path)),
            Query = query,
            Body = body,
            Secrets =
            [
                .. options.Secrets,
                .. query.Where(field => SecretFields.IsSecret(field.Key)).Select(field => field.Value),
                .. body is null ? [] : SecretFields.Find(body),
            ],
            RetrySafety = options.Method == RestMethod.Get ? RetrySafety.Idempotent : RetrySafety.OnlyIfNotProcessed,
        };
    }

    /// <summary>Returns the key of an item: its id, or its JSON if it has none.</summary>
    public static string GetKey(object? item) =>
        item is IReadOnlyDictionary<string, object?> fields && fields.TryGetValue("id", out var id) && id is string text
            ? text
            : JsonBody.Value(item);

    /// <summary>Checks that a request is valid and a GET request.</summary>
    /// <exception cref="PaperspaceException">The request is invalid, or its method is not Get.</exception>
    public static void RequireRead(RestRequestOptions options)
    {
        options.Validate();
        if (options.Method != RestMethod.Get)
            throw PaperspaceException.InvalidRequest("Only Get requests can read all pages.", nameof(options.Method));
    }

    /// <summary>Returns the number in a query field; null if the field is not set.</summary>
    /// <param name="min">The minimum.</param>
    /// <exception cref="PaperspaceException">The field is not such a number.</exception>
    public static int? FindNumber(RestRequestOptions options, string name, int min)
    {
        if (FindString(options, name) is not { } text) return null;
        return
            int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= min
            ? number
            : throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"{name} in Query must be an integer of at least {min}, not '{TerminalText.Sanitize(text)}'."),
                nameof(options.Query));
    }

    /// <summary>Returns the value of a query field; null if it is not set.</summary>
    public static string? FindString(RestRequestOptions options, string name) =>
        options.Query.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>Returns the query fields except the named ones.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Without(RestRequestOptions options, params string[] names) =>
        options.Query.Where(field => !names.Contains(field.Key, StringComparer.Ordinal));

    private static Method ToMethod(RestMethod method) => method switch
    {
        RestMethod.Get => Method.Get,
        RestMethod.Post => Method.Post,
        RestMethod.Put => Method.Put,
        RestMethod.Patch => Method.Patch,
        RestMethod.Delete => Method.Delete,
        _ => throw PaperspaceException.InvalidRequest($"There is no method {method}.", nameof(RestRequestOptions.Method)),
    };
}

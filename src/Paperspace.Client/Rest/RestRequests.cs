using RestSharp;

namespace Paperspace.Client;

/// <summary>Builds requests to operations that no other client has, the same for each API.</summary>
internal static class RestRequests
{
    /// <summary>Returns the request.</summary>
    /// <param name="options">What it is.</param>
    /// <exception cref="PaperspaceException">The request may not be sent.</exception>
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

    /// <summary>Returns the key of a list's item: its id, or else all of it.</summary>
    public static string GetKey(object? item) =>
        item is IReadOnlyDictionary<string, object?> fields && fields.TryGetValue("id", out var id) && id is string text
            ? text
            : JsonBody.Value(item);

    /// <summary>Checks that a request is one for a list.</summary>
    /// <exception cref="PaperspaceException">It is not one that reads.</exception>
    public static void RequireRead(RestRequestOptions options)
    {
        options.Validate();
        if (options.Method != RestMethod.Get)
            throw PaperspaceException.InvalidRequest("Only what the method Get reads has pages to follow.", nameof(options.Method));
    }

    /// <summary>Returns the number in a field of the query; null if it has none.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="least">The least that it may be.</param>
    /// <exception cref="PaperspaceException">The field has no such number.</exception>
    public static int? FindNumber(RestRequestOptions options, string name, int least)
    {
        if (FindText(options, name) is not { } text) return null;
        return
            int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= least
            ? number
            : throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"{name} in Query is a whole number, {least} or more, not '{TerminalText.Sanitize(text)}'."),
                nameof(options.Query));
    }

    /// <summary>Returns the string in a field of the query; null if it has none.</summary>
    public static string? FindText(RestRequestOptions options, string name) =>
        options.Query.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>Returns the fields of the query without those of the page.</summary>
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

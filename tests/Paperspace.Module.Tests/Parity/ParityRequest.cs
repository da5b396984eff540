using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Paperspace.Module.Tests.Parity;

/// <summary>Holds a request in the form in which the official client's are recorded.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query as they were sent.</param>
/// <param name="Headers">The names of the headers, in lower case.</param>
/// <param name="Body">The JSON body; of a form, its one file.</param>
internal sealed partial record ParityRequest(string Method, string Target, string[] Headers, JsonNode? Body)
{
    /// <summary>Headers of the connection, which each HTTP library sets as it likes.</summary>
    private static readonly string[] Transport =
        ["connection", "host", "content-length", "accept-encoding", "transfer-encoding", "traceparent"];

    /// <summary>Gets the path.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>Gets the fields of the query as they were sent, sorted by name.</summary>
    public SortedDictionary<string, string> Query
    {
        get
        {
            var query = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var pair in Target.Split('?', 2).ElementAtOrDefault(1)?.Split('&', StringSplitOptions.RemoveEmptyEntries) ?? [])
                query.Add(pair.Split('=', 2)[0], pair.Split('=', 2)[1]);
            return query;
        }
    }

    /// <summary>Gets the names of the headers that are the client's own, sorted.</summary>
    public IEnumerable<string> OwnHeaders => Headers.Except(Transport).Order(StringComparer.Ordinal);

    /// <summary>Reads a request of ours.</summary>
    public static ParityRequest Of(SeenRequest request) => new(
        request.Method,
        request.Target,
        [.. request.Headers.Keys.Select(name => name.ToLowerInvariant())],
        request.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("multipart/form-data", StringComparison.Ordinal)
            ? ReadForm(request.Body)
            : request.Body.Length == 0 ? null : JsonNode.Parse(request.Body));

    private static JsonObject ReadForm(string body)
    {
        var file = FormFile().Match(body);
        var head = file.Groups["head"].Value;
        return new JsonObject
        {
            ["field"] = FieldName().Match(head).Groups[1].Value,
            ["fileName"] = FileName().Match(head).Groups[1].Value,
            ["content"] = file.Groups["content"].Value,
        };
    }

    [GeneratedRegex(@"^--.*?\r\n(?<head>[\s\S]*?)\r\n\r\n(?<content>[\s\S]*)\r\n--")]
    private static partial Regex FormFile();

    [GeneratedRegex("[ ;]name=\"?([^\";\\r]+)")]
    private static partial Regex FieldName();

    [GeneratedRegex("filename=\"?([^\";\\r]+)")]
    private static partial Regex FileName();
}

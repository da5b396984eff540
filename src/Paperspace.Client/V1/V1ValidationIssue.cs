using Newtonsoft.Json.Linq;

namespace Paperspace.Client;

/// <summary>Represents an error of the V1 API about one field of a request.</summary>
/// <param name="Field">The name of the field; null for the whole request.</param>
/// <param name="Message">The error message.</param>
internal sealed record V1ValidationIssue(string? Field, string Message)
{
    private const string Required = "Required";

    /// <summary>Finds the issues in an error response, which has lists of issues or messages by field name.</summary>
    public static IEnumerable<V1ValidationIssue> Find(JObject error) =>
        new[] { error["issues"], error["details"] }.SelectMany(part => Find(part, null));

    /// <summary>Returns the parameter for the field; the field's own name if it is unknown.</summary>
    /// <param name="parameters">The parameters by field name.</param>
    public string? FindParameter(IReadOnlyDictionary<string, string> parameters) =>
        Field is not null && parameters.TryGetValue(Field, out var parameter) ? parameter : Field;

    /// <summary>Formats the issue as a sentence.</summary>
    /// <param name="parameters">The parameters by field name.</param>
    public string Format(IReadOnlyDictionary<string, string> parameters)
    {
        var text = Message.Trim().TrimEnd('.');
        var name = FindParameter(parameters);
        return name is null ? $"{text}." : text == Required ? $"{name} is required." : $"{name}: {text}.";
    }

    private static IEnumerable<V1ValidationIssue> Find(JToken? part, string? field) =>
        part switch
        {
            JValue { Type: JTokenType.String } text when !string.IsNullOrWhiteSpace((string)text!) =>
            [
                new V1ValidationIssue(field, (string)text!),
            ],
            JArray items => items.SelectMany(item => Find(item, field)),
            JObject issue when issue["message"] is JValue { Type: JTokenType.String } message =>
            [
                new V1ValidationIssue(FindField(issue) ?? field, (string)message!),
            ],
            JObject groups => groups.Properties().SelectMany(group => Find(group.Value, IsGroup(group.Name) ? field : group.Name)),
            _ => [],
        };

    private static bool IsGroup(string name) => name is "fieldErrors" or "formErrors" or "issues" or "errors";

    private static string? FindField(JObject issue) => issue["path"] switch
    {
        JArray { Count: > 0 } path => path[0].ToString(),
        JValue { Type: JTokenType.String } path => (string)path!,
        _ => null,
    };
}

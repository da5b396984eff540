using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Paperspace.Client;

/// <summary>
/// Parses the Core API's error responses: <c>{"error":{"name","status","message"}}</c>, <c>{"status","message"}</c> and
/// others.
/// </summary>
internal static class CoreErrorParser
{
    /// <summary>The fields that may contain an error's message, in order of preference.</summary>
    private static IReadOnlyList<string> MessageFields { get; } =
        ["message", "error", "errors", "messages", "title", "description", "details"];

    private static IReadOnlyList<string> StatusFields { get; } = ["status", "statusCode"];

    public static ApiError Parse(ApiResponse response)
    {
        var error = ErrorBody.Parse(response.Body);
        var message = FindMessage(error);
        // Core answers 400 to almost any error; the status in the body is more precise.
        var status = response.Status == 400 ? FindStatus(error) ?? response.Status : response.Status;
        return new ApiError(error is not null || response.Body.IsBlank, message, status, FindReason(status, message))
        {
            // Core stores the text of a new script asynchronously.
            IsTemporary = status == 404 && message.ContainsIgnoreCase("not uploaded"),
        };
    }

    /// <summary>Finds the message of an error that was returned as a resource, with status 200.</summary>
    public static string? FindMessage(IReadOnlyDictionary<string, object?> fields) => MessageFields
        .Select(name => fields.TryGetValue(name, out var value) ? FindMessage(value) : null)
        .FirstOrDefault(message => message is not null);

    private static string? FindMessage(object? value) => value switch
    {
        string text => NullIfEmpty(text.Trim()),
        IReadOnlyDictionary<string, object?> fields => FindMessage(fields),
        object?[] items => NullIfEmpty(string.Join(" ", items.Select(FindMessage)).Trim()),
        _ => null,
    };

    private static PaperspaceErrorReason? FindReason(int status, string? message)
    {
        if (Has(message, "Invalid API token")) return PaperspaceErrorReason.InvalidApiKey;
        if (status is 401 or 403 or 429 or >= 500) return null;
        if (Has(message, "out of capacity") || Has(message, "insufficient capacity")) return PaperspaceErrorReason.InsufficientCapacity;
        if (Has(message, "templateId not found") || Has(message, "Template not found")) return PaperspaceErrorReason.TemplateNotFound;
        return status == 404 && Has(message, "User not found") ? PaperspaceErrorReason.NotFound : null;
    }

    private static bool Has(string? message, string words) => message?.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string? FindMessage(JToken? error) => error switch
    {
        JValue { Type: JTokenType.String } value => NullIfEmpty(((string)value!).Trim()),
        JObject fields => MessageFields.Select(name => FindMessage(fields[name])).FirstOrDefault(message => message is not null),
        JArray items => NullIfEmpty(string.Join(" ", items.Select(FindMessage)).Trim()),
        _ => null,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static int? FindStatus(JToken? error)
    {
        if (error is not JObject whole) return null;
        var fields = whole["error"] as JObject ?? whole;
        return StatusFields.Select(name => ToStatus(fields[name])).FirstOrDefault(status => status is not null);
    }

    private static int? ToStatus(JToken? value) =>
        value is JValue number
        && int.TryParse(number.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        && status is >= 400 and < 600
            ? status
            : null;
}

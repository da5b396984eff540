using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Paperspace.Client.Http;
using Paperspace.Client.Json;

namespace Paperspace.Client.Core;

/// <summary>Reads the Core API's errors: <c>{"error":{"name","status","message"}}</c>, <c>{"status","message"}</c>, or anything else.</summary>
internal sealed class CoreAnswerJudge : IAnswerJudge
{
    private const int LongestMessage = 1000;

    /// <summary>Where an error object keeps its message, the best first.</summary>
    private static readonly string[] MessageFields = ["message", "error", "errors", "messages", "title", "description", "details"];

    /// <inheritdoc/>
    public PaperspaceException Judge(WireRequest request, WireResponse response, DateTimeOffset now)
    {
        var body = response.Body.Beginning();
        if (response.Status is >= 300 and < 400) return Redirect(request, response, body);
        var error = Parse(body);
        var apiMessage = FindMessage(error);
        var bodyStatus = FindStatus(error);
        var reason = Reason(request, response.Status, bodyStatus, apiMessage);
        var said = apiMessage ?? Describe(response, body);
        return new PaperspaceException(reason, $"Paperspace answered {response.Status} to {request.MethodName} {request.DisplayPath}: {said}")
        {
            Status = response.Status,
            ApiMessage = apiMessage,
            Method = request.MethodName,
            Path = request.DisplayPath,
            ResponseBody = body.Length == 0 ? null : body,
            RetryAfter = response.RetryAfter(now),
        };
    }

    private static PaperspaceException Redirect(WireRequest request, WireResponse response, string body) => new(
        PaperspaceErrorReason.RedirectRefused,
        $"{request.MethodName} {request.DisplayPath} was redirected ({response.Status}) to {Target(response.Location)}. Redirects are not followed, so that the key stays with the configured host.")
    {
        Status = response.Status,
        Method = request.MethodName,
        Path = request.DisplayPath,
        ResponseBody = body.Length == 0 ? null : body,
    };

    private static string Target(Uri? location) => location switch
    {
        null => "no address",
        { IsAbsoluteUri: true } => $"{location.Scheme}://{location.Authority}",
        _ => "another path of the same host",
    };

    private static PaperspaceErrorReason Reason(WireRequest request, int status, int? bodyStatus, string? message)
    {
        if (status == 401 || Has(message, "Invalid API token")) return PaperspaceErrorReason.InvalidApiKey;
        if (status == 403) return PaperspaceErrorReason.AccessDenied;
        if (status == 429) return PaperspaceErrorReason.TooManyRequests;
        if (status >= 500) return PaperspaceErrorReason.ServerError;
        if (Has(message, "templateId not found") || Has(message, "Template not found")) return PaperspaceErrorReason.TemplateNotFound;
        if (status != 404 && bodyStatus != 404) return PaperspaceErrorReason.RequestRejected;
        return CoreRoutes.IsAboutOneMachine(request.Path) ? PaperspaceErrorReason.MachineNotFound : PaperspaceErrorReason.NotFound;
    }

    private static bool Has(string? message, string words) => message?.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Describe(WireResponse response, string body)
    {
        if (response.Body.IsBlank) return "the answer has no body.";
        if (body.TrimStart().StartsWith("<", StringComparison.Ordinal)) return "the answer is a web page, not one of the API's.";
        return Cut(DisplayText.Plain(body.Trim()));
    }

    private static string Cut(string text) => text.Length <= LongestMessage ? text : text.Substring(0, LongestMessage) + "…";

    private static JToken? Parse(string body)
    {
        try
        {
            using var reader = JsonContext.Open(new StringReader(body), CoreFields.Machine.Names);
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FindMessage(JToken? error)
    {
        switch (error)
        {
            case JValue { Type: JTokenType.String } text when !string.IsNullOrWhiteSpace((string?)text):
                return Cut(DisplayText.Plain(((string)text!).Trim()));
            case JObject fields:
                return MessageFields.Select(name => FindMessage(fields[name])).FirstOrDefault(message => message is not null);
            case JArray items:
                var messages = items.Select(FindMessage).Where(message => message is not null).ToArray();
                return messages.Length == 0 ? null : Cut(string.Join(" ", messages));
            default:
                return null;
        }
    }

    private static int? FindStatus(JToken? error) =>
        error is JObject fields
            ? (fields["error"] as JObject ?? fields)["status"] is JValue { Type: JTokenType.Integer, Value: long and >= 100 and < 600 and var status } ? (int)status : null
            : null;
}

using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Paperspace.Client.Http;
using Paperspace.Client.Json;

namespace Paperspace.Client.Core;

/// <summary>Reads the Core API's errors: <c>{"error":{"name","status","message"}}</c>, <c>{"status","message"}</c>, or anything else.</summary>
internal sealed class CoreAnswerJudge : IAnswerJudge
{
    private const int LargestError = 1024 * 1024;

    /// <summary>Where an error object keeps its message, the best first.</summary>
    private static IReadOnlyList<string> MessageFields { get; } =
        ["message", "error", "errors", "messages", "title", "description", "details"];

    private static IReadOnlyList<string> StatusFields { get; } = ["status", "statusCode"];

    /// <inheritdoc/>
    public PaperspaceException Judge(WireRequest request, WireResponse response, DateTimeOffset now)
    {
        if (response.Status is >= 300 and < 400) return Redirect(request, response);
        var error = Parse(response.Body);
        var apiMessage = FindMessage(error) is { } message ? OrNull(response.Shown(message)) : null;
        var said = apiMessage ?? Describe(response);
        return new PaperspaceException(
            Reason(request, response.Status, FindStatus(error), apiMessage),
            $"Paperspace answered {response.Status} to {request.MethodName} {request.DisplayPath}: {said}")
        {
            Status = response.Status,
            ApiMessage = apiMessage,
            Method = request.MethodName,
            Path = request.DisplayPath,
            ResponseBody = response.TextOrNull,
            RetryAfter = response.RetryAfter(now),
        };
    }

    private static PaperspaceException Redirect(WireRequest request, WireResponse response) => new(
        PaperspaceErrorReason.RedirectRefused,
        $"{request.MethodName} {request.DisplayPath} was redirected ({response.Status}) to {Target(response)}. Redirects are not followed, so that the key stays with the configured host.")
    {
        Status = response.Status,
        Method = request.MethodName,
        Path = request.DisplayPath,
        ResponseBody = response.TextOrNull,
    };

    private static string Target(WireResponse response)
    {
        if (response.Location is not { } location) return "no address";
        var origin = location.GetLeftPart(UriPartial.Authority);
        return origin == response.RequestUri?.GetLeftPart(UriPartial.Authority) ? "another path of the same host" : origin;
    }

    private static PaperspaceErrorReason Reason(WireRequest request, int httpStatus, int? bodyStatus, string? message)
    {
        // A 400 is what much of the API answers whatever is wrong; the status in the body then says more.
        var status = httpStatus == 400 ? bodyStatus ?? httpStatus : httpStatus;
        if (status == 401 || Has(message, "Invalid API token")) return PaperspaceErrorReason.InvalidApiKey;
        if (status == 403) return PaperspaceErrorReason.AccessDenied;
        if (status == 429) return PaperspaceErrorReason.TooManyRequests;
        if (status >= 500) return PaperspaceErrorReason.ServerError;
        if (Has(message, "templateId not found") || Has(message, "Template not found")) return PaperspaceErrorReason.TemplateNotFound;
        if (status != 404) return PaperspaceErrorReason.RequestRejected;
        return CoreRoutes.IsAboutOneMachine(request.Path) && !Has(message, "User not found")
            ? PaperspaceErrorReason.MachineNotFound
            : PaperspaceErrorReason.NotFound;
    }

    private static bool Has(string? message, string words) => message?.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Describe(WireResponse response)
    {
        if (response.Body.IsBlank) return "the answer has no body.";
        if (!ErrorText.IsWebPage(response.Text)) return ErrorText.Of(response.Text);
        var title = ErrorText.TitleOf(response.Text);
        return $"the answer is a web page{(title is null ? "" : $" ('{title}')")}, not one of the API's.";
    }

    private static JToken? Parse(ResponseBody body)
    {
        if (body.Length > LargestError) return null;
        try
        {
            using var reader = JsonContext.Open(body.OpenText(), CoreFields.Machine.Names);
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FindMessage(JToken? error) => error switch
    {
        JValue { Type: JTokenType.String } text => OrNull(((string)text!).Trim()),
        JObject fields => MessageFields.Select(name => FindMessage(fields[name])).FirstOrDefault(message => message is not null),
        JArray items => OrNull(string.Join(" ", items.Select(FindMessage)).Trim()),
        _ => null,
    };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

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

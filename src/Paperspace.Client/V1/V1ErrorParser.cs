using Newtonsoft.Json.Linq;

namespace Paperspace.Client;

/// <summary>
/// Parses the V1 API's error responses: <c>{"message","code","details"}</c>, or with <c>issues</c> instead of
/// <c>details</c>.
/// </summary>
internal static class V1ErrorParser
{
    public static ApiError Parse(ApiRequest request, ApiResponse response)
    {
        var error = ErrorBody.Parse(response.Body) as JObject;
        var message = GetString(error?["message"]);
        var code = GetString(error?["code"]);
        if (message is null && code is null) return ParseOther(request, response);
        var issues = V1ValidationIssue.Find(error!).ToArray();
        var parameters = issues
            .Select(issue => issue.FindParameter(request.Parameters))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var sentences = issues.Select(issue => issue.Format(request.Parameters)).Prepend(ErrorTextFormatter.ToSentence(message ?? code!));
        var status = FindStatus(code) ?? response.Status;
        return new ApiError(
            true,
            issues.Length == 0 ? message ?? code : string.Join(" ", sentences),
            status,
            FindReason(status, message, request.NotFoundReason))
        {
            Parameters = parameters,
        };
    }

    private static int? FindStatus(string? code) => code?.ToUpperInvariant() switch
    {
        "BAD_REQUEST" or "PARSE_ERROR" => 400,
        "UNAUTHORIZED" => 401,
        "FORBIDDEN" => 403,
        "NOT_FOUND" => 404,
        "METHOD_NOT_SUPPORTED" => 405,
        "TIMEOUT" => 408,
        "CONFLICT" => 409,
        "PRECONDITION_FAILED" => 412,
        "PAYLOAD_TOO_LARGE" => 413,
        "TOO_MANY_REQUESTS" => 429,
        "CLIENT_CLOSED_REQUEST" => 499,
        "INTERNAL_SERVER_ERROR" => 500,
        _ => null,
    };

    private static ApiError ParseOther(ApiRequest request, ApiResponse response)
    {
        // A 401 or 403 whose body is not the API's comes from Cloudflare; it says nothing about the key.
        var isBlocked = !response.Body.IsBlank && response.Status is 401 or 403;
        return new ApiError(response.Body.IsBlank, null, response.Status, isBlocked ? PaperspaceErrorReason.RequestRejected : null)
        {
            Hint = isBlocked ? GetHint(request) : null,
            IsBlocked = isBlocked && response.Text.ContainsIgnoreCase("cloudflare"),
        };
    }

    private static string GetHint(ApiRequest request) =>
        request.Body is not null && request.Path.StartsWith("startup-scripts", StringComparison.Ordinal)
            ? "Cloudflare, in front of the API, blocks some scripts that look like attacks. Move the commands to a file that the script "
            + "downloads."
            : "Cloudflare, in front of the API, rejected the request; it may have blocked your network's address.";

    private static PaperspaceErrorReason? FindReason(int status, string? message, PaperspaceErrorReason notFoundReason)
    {
        if (Has(message, "out of capacity") || Has(message, "insufficient capacity")) return PaperspaceErrorReason.InsufficientCapacity;
        if (status == 408) return PaperspaceErrorReason.RequestTimeout;
        if (status != 404) return null;
        return Has(message, "template not found") ? PaperspaceErrorReason.TemplateNotFound
            : Has(message, "machine not found") ? PaperspaceErrorReason.MachineNotFound
            // "... not found" about anything but the requested resource is the generic NotFound.
            : Has(message, " not found") && notFoundReason != PaperspaceErrorReason.ResourceNotFound ? PaperspaceErrorReason.NotFound
            : null;
    }

    private static bool Has(string? message, string words) => message?.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string? GetString(JToken? value) =>
        value is JValue { Type: JTokenType.String } text && !string.IsNullOrWhiteSpace((string)text!) ? ((string)text!).Trim() : null;
}

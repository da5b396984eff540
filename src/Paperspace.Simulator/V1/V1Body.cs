using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator.V1;

/// <summary>Parses the bodies of requests.</summary>
internal static class V1Body
{
    /// <exception cref="RequestRejectedException">The body is not a JSON object, or is none although the content type says so.</exception>
    public static JObject Parse(SimulatedRequest request)
    {
        if (request.Method is not ("POST" or "PUT" or "PATCH"))
            return [];
        var contentType = request.Headers.TryGetValue("Content-Type", out var value) ? value : "";
        if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            throw V1Errors.UnreadableBody();
        var isJson = contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        if (isJson && string.IsNullOrWhiteSpace(request.Body))
            throw V1Errors.UnreadableBody();
        try
        {
            return isJson || contentType.Length == 0 ? JsonBody.Parse(request.Body) : [];
        }
        catch (RequestRejectedException)
        {
            throw V1Errors.UnreadableBody();
        }
    }
}

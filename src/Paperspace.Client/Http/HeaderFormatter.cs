using System.Net.Http.Headers;

namespace Paperspace.Client;

/// <summary>Formats headers for the request log. The values of unlisted headers are redacted, because any may carry a secret.</summary>
internal static class HeaderFormatter
{
    private static IReadOnlyList<string> Shown { get; } =
    [
        "Accept",
        "Accept-Encoding",
        "Age",
        "Allow",
        "Cache-Control",
        "CF-RAY",
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Date",
        "ETag",
        "Expect",
        "Expires",
        "RateLimit-Limit",
        "RateLimit-Remaining",
        "RateLimit-Reset",
        "Retry-After",
        "Server",
        "Transfer-Encoding",
        "User-Agent",
        "Vary",
        "Via",
        "X-Request-Id",
        "X-Trace",
    ];

    public static string Format(params HttpHeaders?[] headers) =>
        string.Join(
            "\n",
            from list in headers
            where list is not null
            from header in list
            let isShown = Shown.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
            select $"{header.Key}: {(isShown ? string.Join(", ", header.Value) : SecretRedactor.Replacement)}");
}

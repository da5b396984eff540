namespace Paperspace.Client;

/// <summary>Writes the requests of one client to its log, redacted.</summary>
internal sealed class RequestLogger
{
    private readonly IRequestLog _log;
    private readonly TimeProvider _time;

    public RequestLogger(IRequestLog log, TimeProvider time)
    {
        _log = log;
        _time = time;
    }

    /// <summary>Writes an attempt that ended, or the delay after it.</summary>
    /// <param name="path">The request's path for display.</param>
    /// <param name="reader">The response's reader; null for the delay after an attempt.</param>
    /// <param name="status">The HTTP status; null if there was no response.</param>
    /// <param name="elapsed">The duration of the attempt.</param>
    /// <param name="failure">The reason for a failure; null if the response is complete.</param>
    /// <param name="retryDelay">The delay before the next attempt; null for an attempt itself.</param>
    public void Write(
        RequestAttempt attempt,
        string path,
        ResponseReader? reader,
        SecretRedactor redactor,
        int? status,
        TimeSpan elapsed,
        string? failure,
        TimeSpan? retryDelay)
    {
        var query = string.Join("&", attempt.Request.Query.Select(field => $"{field.Key}={(SecretFields.IsSecret(field.Key) ? SecretRedactor.Replacement : Uri.EscapeDataString(field.Value))}"));
        _log.Write(new RequestLogEntry(() => ReadDetail(attempt.Request, reader, redactor))
        {
            RequestNumber = attempt.RequestNumber,
            Attempt = attempt.Number,
            Method = attempt.Request.MethodName,
            PathAndQuery = redactor.Redact(query.Length == 0 ? path : $"{path}?{query}"),
            Status = status,
            Elapsed = elapsed,
            EndedAt = _time.GetUtcNow(),
            Failure = failure,
            RetryDelay = retryDelay,
        });
    }

    private static RequestLogDetail ReadDetail(ApiRequest request, ResponseReader? reader, SecretRedactor redactor) => new()
    {
        RequestHeaders = redactor.Redact(reader?.RequestHeaders ?? ""),
        RequestBody = (request.Body ?? request.File?.Text) is { } body ? redactor.Redact(body) : null,
        ResponseHeaders = reader?.Response is null ? null : redactor.Redact(reader.Response.FormatHeaders()),
        ResponseBody = reader?.Response?.TextOrNull,
    };
}

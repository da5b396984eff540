namespace Paperspace.Client;

/// <summary>Represents a complete response.</summary>
internal sealed class ApiResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly SecretRedactor _redactor;
    private string? _text;

    /// <param name="body">The body, which is disposed with the response.</param>
    /// <param name="redactor">Redacts the parts that are shown.</param>
    public ApiResponse(HttpResponseMessage message, ResponseBody body, SecretRedactor redactor)
    {
        _message = message;
        _redactor = redactor;
        Body = body;
    }

    public int Status => (int)_message.StatusCode;

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Gets the target of a redirect; null if the response is not a redirect.</summary>
    public Uri? Location => _message.Headers.Location is { } location && RequestUri is { } from ? new Uri(from, location) : null;

    public Uri? RequestUri => _message.RequestMessage?.RequestUri;

    /// <summary>Gets the server's time of the response; null if it does not say.</summary>
    public DateTimeOffset? Date => _message.Headers.Date;

    public ResponseBody Body { get; }

    /// <summary>Gets the beginning of the body as a string, redacted.</summary>
    public string Text =>
        _text ??= Body.IsLongerThanText ? _redactor.RedactBeginning(Body.Beginning()) : _redactor.Redact(Body.Beginning());

    /// <summary>Gets the beginning of the body, redacted; null if it is empty.</summary>
    public string? TextOrNull => Text.Length == 0 ? null : Text;

    /// <summary>
    /// Returns how long the API asks to wait: never negative; null if it does not say. A date counts from the
    /// response's own date, because the clocks of two computers differ.
    /// </summary>
    /// <param name="now">The local time, used if the response has no date.</param>
    public TimeSpan? RetryAfter(DateTimeOffset now) => _message.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - (_message.Headers.Date ?? now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>Formats the headers for the request log, one per line.</summary>
    public string FormatHeaders() => HeaderFormatter.Format(_message.Headers, _message.Content?.Headers);

    public void Dispose()
    {
        Body.Dispose();
        _message.Dispose();
    }
}

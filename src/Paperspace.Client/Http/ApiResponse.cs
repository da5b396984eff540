namespace Paperspace.Client;

/// <summary>Holds a response that was read to its end.</summary>
internal sealed class ApiResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly SecretRedactor _redactor;
    private string? _text;

    /// <summary>Creates a response.</summary>
    /// <param name="body">Its body, which is disposed with the response.</param>
    /// <param name="redactor">Redacts what is shown of it.</param>
    public ApiResponse(HttpResponseMessage message, ResponseBody body, SecretRedactor redactor)
    {
        _message = message;
        _redactor = redactor;
        Body = body;
    }

    public int Status => (int)_message.StatusCode;

    /// <summary>Gets whether the status means success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Gets where it redirects to; null if it does not.</summary>
    public Uri? Location => _message.Headers.Location is { } location && RequestUri is { } from ? new Uri(from, location) : null;

    /// <summary>Gets where the request went.</summary>
    public Uri? RequestUri => _message.RequestMessage?.RequestUri;

    public ResponseBody Body { get; }

    /// <summary>Gets the beginning of the body as text, redacted.</summary>
    public string Text =>
        _text ??= Body.IsLongerThanText ? _redactor.RedactBeginning(Body.Beginning()) : _redactor.Redact(Body.Beginning());

    /// <summary>Gets the beginning of the body, redacted; null if it is empty.</summary>
    public string? TextOrNull => Text.Length == 0 ? null : Text;

    /// <summary>Returns how long the API asked to wait: null if it did not say, and never below zero. A date counts from the response's
    /// own, since the clocks of two machines differ.</summary>
    /// <param name="now">The local time, for a response without a date.</param>
    public TimeSpan? RetryAfter(DateTimeOffset now) => _message.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - (_message.Headers.Date ?? now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>Returns the headers, a line each, for the request log.</summary>
    public string FormatHeaders() => HeaderFormatter.Format(_message.Headers, _message.Content?.Headers);

    public void Dispose()
    {
        Body.Dispose();
        _message.Dispose();
    }
}

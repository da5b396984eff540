using System.Net.Http;

namespace Paperspace.Client.Http;

/// <summary>An answer, read to its end.</summary>
internal sealed class WireResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly SecretMask _mask;
    private string? _text;

    /// <summary>Takes over the message and the body.</summary>
    public WireResponse(HttpResponseMessage message, ResponseBody body, SecretMask mask)
    {
        _message = message;
        _mask = mask;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int Status => (int)_message.StatusCode;

    /// <summary>Whether the status means success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Where a redirect points to, with its host.</summary>
    public Uri? Location => _message.Headers.Location is { } location && RequestUri is { } from ? new Uri(from, location) : null;

    /// <summary>Where the request went.</summary>
    public Uri? RequestUri => _message.RequestMessage?.RequestUri;

    /// <summary>The body.</summary>
    public ResponseBody Body { get; }

    /// <summary>The beginning of the body as text, without secrets; empty where there is none.</summary>
    public string Text => _text ??= Body.IsLongerThanText ? _mask.ApplyToBeginning(Body.Beginning()) : _mask.Apply(Body.Beginning());

    /// <summary>The beginning of the body as text, without secrets; null where there is none.</summary>
    public string? TextOrNull => Text.Length == 0 ? null : Text;

    /// <summary>What a reader said of the body, fit to be shown.</summary>
    public string Shown(string message) => ErrorText.Of(_mask.Apply(message));

    /// <summary>How long the answer asks to wait before the next try; null where it does not say.</summary>
    public TimeSpan? RetryAfter(DateTimeOffset now) => _message.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>The headers, a line each.</summary>
    public string HeaderLines() => HeaderText.Of(_message.Headers, _message.Content?.Headers);

    /// <inheritdoc/>
    public void Dispose()
    {
        Body.Dispose();
        _message.Dispose();
    }
}

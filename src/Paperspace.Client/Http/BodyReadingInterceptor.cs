using System.Net.Http;
using RestSharp;
using RestSharp.Interceptors;

namespace Paperspace.Client.Http;

/// <summary>Reads an answer's body in place of RestSharp, which would make a string of it.</summary>
internal sealed class BodyReadingInterceptor : Interceptor
{
    private readonly int _limit;
    private readonly SecretMask _mask;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Waits for an answer to read.</summary>
    /// <param name="limit">The most bytes to read.</param>
    /// <param name="mask">What to hide when the body is shown.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public BodyReadingInterceptor(int limit, SecretMask mask, CancellationToken cancellationToken)
    {
        _limit = limit;
        _mask = mask;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The request's headers as they were sent, with secrets masked.</summary>
    public string RequestHeaders { get; private set; } = "";

    /// <summary>The answer; null until it has been read. The caller disposes it.</summary>
    public WireResponse? Response { get; private set; }

    /// <summary>Lets RestSharp know that the body has been taken.</summary>
    public static RestResponse TakeOver(HttpResponseMessage message, RestRequest request) =>
        new(request) { StatusCode = message.StatusCode, ResponseStatus = ResponseStatus.Completed };

    /// <inheritdoc/>
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        RequestHeaders = HeaderText.Of(requestMessage.Headers, requestMessage.Content?.Headers);
        return default;
    }

    /// <inheritdoc/>
    public override async ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ResponseBody.ReadAsync(responseMessage.Content, _limit, _cancellationToken).ConfigureAwait(false);
            Response = new WireResponse(responseMessage, body, _mask);
        }
        catch
        {
            responseMessage.Dispose();
            throw;
        }
    }
}

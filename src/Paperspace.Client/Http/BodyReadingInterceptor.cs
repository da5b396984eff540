using System.Net.Http;
using RestSharp;
using RestSharp.Interceptors;

namespace Paperspace.Client.Http;

/// <summary>Reads an answer's body in place of RestSharp, which would make a string of it.</summary>
internal sealed class BodyReadingInterceptor : Interceptor
{
    private readonly int _limit;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Reads at most <paramref name="limit"/> bytes.</summary>
    public BodyReadingInterceptor(int limit, CancellationToken cancellationToken)
    {
        _limit = limit;
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
            Response = new WireResponse(responseMessage, body);
        }
        catch
        {
            responseMessage.Dispose();
            throw;
        }
    }
}

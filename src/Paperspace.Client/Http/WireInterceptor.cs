using System.Net.Http;
using RestSharp;
using RestSharp.Interceptors;

namespace Paperspace.Client.Http;

/// <summary>Does with one try of a request and its answer what RestSharp would do otherwise, or not at all.</summary>
internal sealed class WireInterceptor : Interceptor
{
    private readonly WireRequest _request;
    private readonly int _limit;
    private readonly SecretMask _mask;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Waits for the request to be sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes of the answer's body to read.</param>
    /// <param name="mask">What to hide when the body is shown.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public WireInterceptor(WireRequest request, int limit, SecretMask mask, CancellationToken cancellationToken)
    {
        _request = request;
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
        // .NET repeats a request without content by itself when the connection closes before an answer, a POST as well.
        if (!_request.IsRepeatable) requestMessage.Content ??= new ByteArrayContent([]);
        RequestHeaders = HeaderText.Of(requestMessage.Headers, requestMessage.Content?.Headers);
        return default;
    }

    /// <summary>Reads the body into a borrowed buffer, where RestSharp would make a string of it.</summary>
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

using RestSharp;
using RestSharp.Interceptors;

namespace Paperspace.Client;

/// <summary>Reads the response of one attempt instead of RestSharp, which would read bodies of any size, twice, into one array.</summary>
internal sealed class ResponseReader : Interceptor
{
    private readonly ApiRequest _request;
    private readonly int _limit;
    private readonly SecretRedactor _redactor;
    private readonly CancellationToken _cancellationToken;

    /// <param name="limit">The maximum number of bytes after decompression.</param>
    /// <param name="redactor">Redacts the parts that are shown.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public ResponseReader(ApiRequest request, int limit, SecretRedactor redactor, CancellationToken cancellationToken)
    {
        _request = request;
        _limit = limit;
        _redactor = redactor;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gets the request's headers for the log; empty until it is sent.</summary>
    public string RequestHeaders { get; private set; } = "";

    /// <summary>Gets the response; null until it has been read.</summary>
    public ApiResponse? Response { get; private set; }

    /// <summary>Returns a response without a body, which RestSharp does not read.</summary>
    public static RestResponse SkipBody(HttpResponseMessage message, RestRequest request) =>
        new(request) { StatusCode = message.StatusCode, ResponseStatus = ResponseStatus.Completed };

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        // .NET resends a request without content, even a POST, if the connection closes before a response.
        if (_request.RetrySafety != RetrySafety.Idempotent) requestMessage.Content ??= new ByteArrayContent([]);
        // .NET Framework would first send only the headers, and wait for the server to ask for the body.
        requestMessage.Headers.ExpectContinue = false;
        RequestHeaders = HeaderFormatter.Format(requestMessage.Headers, requestMessage.Content?.Headers);
        return default;
    }

    public override async ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ResponseBody.ReadAsync(responseMessage.Content, _limit, _cancellationToken).ConfigureAwait(false);
            body.Redact(_redactor);
            Response = new ApiResponse(responseMessage, body, _redactor);
        }
        catch
        {
            responseMessage.Dispose();
            throw;
        }
    }
}

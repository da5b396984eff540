using RestSharp;
using RestSharp.Interceptors;

namespace Paperspace.Client;

/// <summary>Reads the response of one attempt to its end, in RestSharp's place: RestSharp would read a body of any size, twice, and
/// into one array.</summary>
internal sealed class ResponseReader : Interceptor
{
    private readonly ApiRequest _request;
    private readonly int _limit;
    private readonly SecretRedactor _redactor;
    private readonly CancellationToken _cancellationToken;

    /// <param name="limit">The greatest number of bytes, decompressed.</param>
    /// <param name="redactor">Redacts what is shown of the response.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ResponseReader(ApiRequest request, int limit, SecretRedactor redactor, CancellationToken cancellationToken)
    {
        _request = request;
        _limit = limit;
        _redactor = redactor;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gets the request's headers as they are logged; empty until it is sent.</summary>
    public string RequestHeaders { get; private set; } = "";

    /// <summary>Gets the response; null until it has been read.</summary>
    public ApiResponse? Response { get; private set; }

    /// <summary>Returns the response that RestSharp goes on with, which has no body to read.</summary>
    public static RestResponse SkipBody(HttpResponseMessage message, RestRequest request) =>
        new(request) { StatusCode = message.StatusCode, ResponseStatus = ResponseStatus.Completed };

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        // .NET repeats a request without content by itself when the connection closes before a response, a POST as well.
        if (_request.RetrySafety != RetrySafety.Idempotent) requestMessage.Content ??= new ByteArrayContent([]);
        // .NET Framework would send the head alone first, and wait for the server to ask for the body.
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

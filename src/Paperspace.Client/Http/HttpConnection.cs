using System.Collections.Concurrent;
using System.Text;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Holds the HTTP connections to an API's host, shared by the clients of an account, until the last of them is disposed.</summary>
/// <remarks>
/// RestSharp builds the requests. Its own handling of what follows is off: redirects, since the key must stay with the host; time limits
/// and retries, which run on an injected clock; and reading of bodies, which are limited in size and read once.
/// </remarks>
internal sealed class HttpConnection : IDisposable
{
    private readonly RestClient _client;
    private readonly ConcurrentDictionary<string, object> _sharedRequests = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private int _references = 1;
    private bool _isClosed;

    /// <summary>Prepares a connection; sends nothing.</summary>
    public HttpConnection(PaperspaceClientOptions options, IApiProtocol protocol)
    {
        Options = options;
        Protocol = protocol;
        var proxy = ProxySettings.Create(options);
        Redactor = new SecretRedactor([options.ApiKey, .. proxy.Secrets]);
        Errors = new ErrorFactory(protocol, options);
        _client = new RestClient(
            new HttpClient(options.Handler ?? HttpMessageHandlerFactory.Create(options, proxy), disposeHandler: true)
            {
                Timeout = Timeout.InfiniteTimeSpan,
            },
            new RestClientOptions(options.BaseUri)
            {
                RedirectOptions = { FollowRedirects = false },
                Timeout = Timeout.InfiniteTimeSpan,
                UserAgent = UserAgent,
                EncodeQuery = static (text, _) => Uri.EscapeDataString(text),
            },
            disposeHttpClient: true);
        var authentication = protocol.GetAuthenticationHeader(options.ApiKey);
        _client.AddDefaultHeader(authentication.Key, authentication.Value);
    }

    public PaperspaceClientOptions Options { get; }

    /// <summary>Gets what is the API's own in every request.</summary>
    public IApiProtocol Protocol { get; }

    /// <summary>Gets what redacts the connection's secrets.</summary>
    public SecretRedactor Redactor { get; }

    /// <summary>Gets the machines that the account's clients created moments ago, by id.</summary>
    public ConcurrentDictionary<string, NewMachine> CreatedMachines { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets what composes errors.</summary>
    public ErrorFactory Errors { get; }

    private static string UserAgent { get; } = $"Paperspace-PowerShell/{typeof(HttpConnection).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Adds a reference to the connection, to be released.</summary>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    public HttpConnection AddReference()
    {
        lock (_gate)
        {
            if (_isClosed) throw new ObjectDisposedException(nameof(PaperspaceClient));
            _references++;
            return this;
        }
    }

    /// <summary>Releases a reference; the last one closes the connection.</summary>
    public void Release()
    {
        lock (_gate)
        {
            if (--_references > 0) return;
            _isClosed = true;
        }

        _client.Dispose();
    }

    /// <summary>Takes no more references, and releases the owner's.</summary>
    public void Dispose()
    {
        lock (_gate) _isClosed = true;
        Release();
    }

    /// <summary>Returns the request of this name that the account's clients share.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="timeToLive">How long a result is kept.</param>
    public SharedRequest<T> GetSharedRequest<T>(string name, TimeSpan timeToLive) =>
        (SharedRequest<T>)_sharedRequests.GetOrAdd(name, _ => new SharedRequest<T>(Options.TimeProvider.GetUtcNow, timeToLive));

    /// <summary>Sends a request once.</summary>
    /// <returns>Why there is no whole response; null where the reader has one.</returns>
    public async Task<Exception?> ExecuteAsync(ApiRequest request, ResponseReader reader, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.ExecuteAsync(ToRestRequest(request, reader), cancellationToken).ConfigureAwait(false);
            return reader.Response is null ? response.ErrorException ?? new IOException("No response came.") : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // If the body was read, ignore what RestSharp does afterwards.
            return reader.Response is null ? exception : null;
        }
    }

    private static RestRequest ToRestRequest(ApiRequest request, ResponseReader reader)
    {
        var rest = new RestRequest(request.Path, request.Method)
        {
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
            AdvancedResponseWriter = ResponseReader.SkipBody,
            Interceptors = [reader],
        };
        foreach (var field in request.Query) rest.AddQueryParameter(field.Key, field.Value);
        if (request.Body is not null) rest.AddStringBody(request.Body, ContentType.Json);
        if (request.File is { } file) rest.AddFile(file.Field, Encoding.UTF8.GetBytes(file.Text), file.FileName, ContentType.Binary);
        return rest;
    }
}

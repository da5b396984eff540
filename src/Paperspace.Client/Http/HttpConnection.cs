using System.Collections.Concurrent;
using System.Text;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Represents the HTTP connections to an API's host, which the clients of an account share. Closes with the last client.</summary>
/// <remarks>
/// RestSharp only builds the requests. Its redirects are off, because the key must not leave the host; its timeouts and retries, because
/// they must use the injected clock; and its body reading, because bodies are limited in size and read once.
/// </remarks>
internal sealed class HttpConnection : IDisposable
{
    private readonly RestClient _client;
    private readonly ConcurrentDictionary<string, object> _sharedRequests = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private int _references = 1;
    private bool _isClosed;

    /// <summary>Creates a connection. Sends nothing.</summary>
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

    public IApiProtocol Protocol { get; }

    public SecretRedactor Redactor { get; }

    /// <summary>Gets the machines that the account's clients have just created, by id.</summary>
    public ConcurrentDictionary<string, NewMachine> CreatedMachines { get; } = new(StringComparer.Ordinal);

    public ErrorFactory Errors { get; }

    private static string UserAgent { get; } = $"Paperspace-PowerShell/{typeof(HttpConnection).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Adds a reference, which the caller releases.</summary>
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

    /// <summary>Rejects new references, and releases the owner's.</summary>
    public void Dispose()
    {
        lock (_gate) _isClosed = true;
        Release();
    }

    /// <summary>Returns the request with this name, which the account's clients share.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="timeToLive">How long a result is cached.</param>
    public SharedRequest<T> GetSharedRequest<T>(string name, TimeSpan timeToLive) =>
        (SharedRequest<T>)_sharedRequests.GetOrAdd(name, _ => new SharedRequest<T>(Options.TimeProvider.GetUtcNow, timeToLive));

    /// <summary>Sends a request once.</summary>
    /// <returns>The exception if there is no complete response; otherwise null, and the reader has the
    /// response.</returns>
    public async Task<Exception?> ExecuteAsync(ApiRequest request, ResponseReader reader, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.ExecuteAsync(ToRestRequest(request, reader), cancellationToken).ConfigureAwait(false);
            return reader.Response is null ? response.ErrorException ?? new IOException("There was no response.") : null;
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

using Paperspace.Client.Core;
using Paperspace.Client.Http;

namespace Paperspace.Client;

/// <summary>Reaches an account over HTTP: chooses the API and owns the connection.</summary>
public sealed class PaperspaceClient : IPaperspaceClient, IPaperspaceConnection
{
    private readonly HttpConnection _http;
    private readonly IPaperspaceClient _client;
    private int _isDisposed;

    /// <summary>Prepares to reach an account; sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is wrong, such as a base address that would send the key unencrypted.</exception>
    public PaperspaceClient(PaperspaceClientOptions options)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        options.Validate();
        _http = new HttpConnection(options, new CoreProtocol());
        _client = CreateClient();
    }

    /// <inheritdoc cref="IPaperspaceClient.ApiVersion"/>
    public PaperspaceApiVersion ApiVersion => _http.Protocol.Version;

    /// <inheritdoc/>
    public DateTimeOffset Now => _client.Now;

    /// <inheritdoc/>
    public IAccountClient Account => _client.Account;

    /// <inheritdoc/>
    public IMachineClient Machines => _client.Machines;

    /// <inheritdoc/>
    public ITemplateClient Templates => _client.Templates;

    /// <inheritdoc/>
    public IPaperspaceClient CreateClient(IRequestLog? requestLog = null) => new CoreClient(new ApiConnection(_http, requestLog));

    /// <inheritdoc cref="IPaperspaceConnection"/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _client.Dispose();
        _http.Dispose();
    }
}

namespace Paperspace.Client;

/// <summary>Implements <see cref="IPaperspaceClient"/> over HTTP, for the API of the account.</summary>
public sealed class PaperspaceClient : IPaperspaceClient, IPaperspaceConnection
{
    private readonly HttpConnection _http;
    private readonly IPaperspaceClient _client;
    private int _isDisposed;

    /// <summary>Creates a client. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid, such as a base address that would send the key unencrypted.</exception>
    public PaperspaceClient(PaperspaceClientOptions options)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        options.Validate();
        _http = new HttpConnection(options, CreateProtocol(options.ApiVersion ?? GetApiVersion(options.BaseUri)));
        _client = CreateClient();
    }

    /// <summary>Gets the API in use.</summary>
    public PaperspaceApiVersion ApiVersion => _http.Protocol.Version;

    /// <inheritdoc/>
    public Uri BaseUri => _http.Options.BaseUri;

    /// <inheritdoc/>
    public AccountSession? Session { get; internal set; }

    /// <inheritdoc/>
    public DateTimeOffset Now => _client.Now;

    /// <inheritdoc/>
    public CancellationTokenSource CreateTimeLimit(TimeSpan limit) => _client.CreateTimeLimit(limit);

    /// <inheritdoc/>
    public IAccountClient Account => _client.Account;

    /// <inheritdoc/>
    public IMachineClient Machines => _client.Machines;

    /// <inheritdoc/>
    public INetworkClient Networks => _client.Networks;

    /// <inheritdoc/>
    public IScriptClient Scripts => _client.Scripts;

    /// <inheritdoc/>
    public ISnapshotClient Snapshots => _client.Snapshots;

    /// <inheritdoc/>
    public IPublicIpClient PublicIps => _client.PublicIps;

    /// <inheritdoc/>
    public IRestClient Rest => _client.Rest;

    /// <inheritdoc/>
    public ISharedDriveClient SharedDrives => _client.SharedDrives;

    /// <inheritdoc/>
    public ITemplateClient Templates => _client.Templates;

    /// <inheritdoc/>
    public IUserClient Users => _client.Users;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => _client.DelayAsync(delay, cancellationToken);

    /// <summary>Returns the API for a base address: V1 if its path ends in <c>/v1</c>, otherwise Core.</summary>
    public static PaperspaceApiVersion GetApiVersion(Uri baseUri)
    {
        if (baseUri is null) throw new ArgumentNullException(nameof(baseUri));
        return baseUri.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.OrdinalIgnoreCase)
            ? PaperspaceApiVersion.V1
            : PaperspaceApiVersion.Core;
    }

    /// <summary>Returns the public base address of an API.</summary>
    public static Uri GetDefaultBaseUri(PaperspaceApiVersion version) => CreateProtocol(version).DefaultBaseUri;

    /// <inheritdoc/>
    public IPaperspaceClient CreateClient(IRequestLog? requestLog = null)
    {
        var connection = new ApiConnection(_http, requestLog);
        return ApiVersion == PaperspaceApiVersion.V1 ? new V1Client(connection) : new CoreClient(connection);
    }

    /// <inheritdoc cref="IPaperspaceConnection"/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _client.Dispose();
        _http.Dispose();
    }

    private static IApiProtocol CreateProtocol(PaperspaceApiVersion version) =>
        version == PaperspaceApiVersion.V1 ? new V1Protocol() : new CoreProtocol();
}

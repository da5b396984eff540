namespace Paperspace;

/// <summary>Represents a connection to an account under a name.</summary>
public sealed class PaperspaceAccount : IDisposable
{
    private readonly IPaperspaceConnection _connection;
    private readonly UnreportedChangeLog _unreportedChanges = new();
    private volatile RequestSummary? _lastRequest;

    /// <summary>Creates an account.</summary>
    /// <param name="name">The name to select it by.</param>
    /// <param name="baseUri">The base address of the API.</param>
    /// <param name="keySource">Where the key came from, in words; never the key.</param>
    /// <param name="connection">The connection, which is disposed with the account.</param>
    public PaperspaceAccount(string name, Uri baseUri, string keySource, IPaperspaceConnection connection)
    {
        Name = name;
        BaseUri = baseUri;
        KeySource = keySource;
        _connection = connection;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the API that is spoken.</summary>
    public PaperspaceApiVersion ApiVersion => _connection.ApiVersion;

    /// <summary>Gets the base address of the API.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the host of the API, such as <c>api.paperspace.io</c>; with the scheme where that is not HTTPS.</summary>
    public string Host => BaseUri.Scheme == Uri.UriSchemeHttps ? BaseUri.Authority : BaseUri.GetLeftPart(UriPartial.Authority);

    /// <summary>Gets where the key came from; never the key.</summary>
    public string KeySource { get; }

    /// <summary>Gets whether it is a simulated account, in this process.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Gets or sets whether it is the account that is used when none is named, in the runspace that connected it.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Gets the last request and how it ended; null before the first.</summary>
    public RequestSummary? LastRequest => _lastRequest;

    /// <summary>Gets what commands that were ended early may have changed, oldest first; the newest 10,000.</summary>
    public IReadOnlyList<UnreportedChange> UnreportedChanges => _unreportedChanges.Changes;

    /// <summary>Keeps what a command that was ended early may have changed.</summary>
    public void AddUnreported(IEnumerable<UnreportedChange> changes) => _unreportedChanges.Add(changes);

    /// <summary>Creates a client of the account. The caller disposes it.</summary>
    /// <param name="requestLog">Receives the requests of this client, and of no other; null for none.</param>
    /// <exception cref="ObjectDisposedException">The account is disconnected.</exception>
    public IPaperspaceClient CreateClient(IRequestLog? requestLog = null) => _connection.CreateClient(new LastRequestLog(this, requestLog));

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <inheritdoc/>
    public override string ToString() => Name;

    private sealed class LastRequestLog(PaperspaceAccount account, IRequestLog? next) : IRequestLog
    {
        public void Write(RequestLogEntry entry)
        {
            account._lastRequest = new RequestSummary(entry);
            next?.Write(entry);
        }
    }
}

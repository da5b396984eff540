namespace Paperspace;

/// <summary>Represents a connection to an account under a name.</summary>
public sealed class PaperspaceAccount : IDisposable
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _connecting = new(1);
    private readonly IPaperspaceConnector? _connector;
    private readonly Uri _firstBaseUri;
    private readonly UnreportedChangeLog _unreportedChanges = new();
    private volatile AccountConnection? _connected;
    private volatile AccountSession? _session;
    private volatile RequestSummary? _lastRequest;
    private int _references = 1;
    private bool _isDisconnected;

    /// <summary>Creates an account at an API that is known.</summary>
    /// <param name="name">The name to select it by.</param>
    /// <param name="baseUri">The base address of the API.</param>
    /// <param name="keySource">Where the key came from, in words; never the key.</param>
    /// <param name="connection">The connection, which is disposed with the account.</param>
    public PaperspaceAccount(string name, Uri baseUri, string keySource, IPaperspaceConnection connection)
    {
        Name = name;
        _firstBaseUri = baseUri;
        KeySource = keySource;
        _connected = new AccountConnection { Connection = connection, BaseUri = baseUri };
    }

    /// <summary>Creates an account whose API is found out with the first request.</summary>
    /// <param name="name">The name to select it by.</param>
    /// <param name="baseUri">The base address of the API that is asked first.</param>
    /// <param name="keySource">Where the key came from, in words; never the key.</param>
    /// <param name="connector">Finds out which API serves the account; it is disposed with the account.</param>
    public PaperspaceAccount(string name, Uri baseUri, string keySource, IPaperspaceConnector connector)
    {
        Name = name;
        _firstBaseUri = baseUri;
        KeySource = keySource;
        _connector = connector;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the API that is spoken; null until the first request has found it out.</summary>
    public PaperspaceApiVersion? ApiVersion => _connected?.Connection.ApiVersion;

    /// <summary>Gets the base address of the API.</summary>
    public Uri BaseUri => _connected?.BaseUri ?? _firstBaseUri;

    /// <summary>Gets the namespace of the team whose key it is; null where the API has not told it.</summary>
    public string? Team => _session?.Team;

    /// <summary>Gets the e-mail address of the user whose key it is; null where the API has not told it.</summary>
    public string? User => _session?.User;

    /// <summary>Gets the host of the API, such as <c>api.paperspace.io</c>; with the scheme where that is not HTTPS.</summary>
    public string Host => BaseUri.Scheme == Uri.UriSchemeHttps ? BaseUri.Authority : BaseUri.GetLeftPart(UriPartial.Authority);

    /// <summary>Gets where the key came from; never the key.</summary>
    public string KeySource { get; }

    /// <summary>Gets whether it is a simulated account, in this process.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Gets or sets whether it is the account that is used when none is named, in the runspace that connected it.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Gets whether it is disconnected, so that no command can begin with it.</summary>
    public bool IsDisconnected
    {
        get
        {
            lock (_gate) return _isDisconnected;
        }
    }

    /// <summary>Gets the last request and how it ended; null before the first.</summary>
    public RequestSummary? LastRequest => _lastRequest;

    /// <summary>Gets what commands that were ended early may have changed, oldest first; the newest 10,000.</summary>
    public IReadOnlyList<UnreportedChange> UnreportedChanges => _unreportedChanges.Changes;

    /// <summary>Keeps what a command that was ended early may have changed.</summary>
    public void AddUnreported(IEnumerable<UnreportedChange> changes) => _unreportedChanges.Add(changes);

    /// <summary>Keeps the connection open for a command, even when the account is disconnected meanwhile. The caller disposes what is
    /// returned.</summary>
    /// <exception cref="PaperspaceException">The account is disconnected.</exception>
    public AccountReference Open()
    {
        lock (_gate)
        {
            if (_isDisconnected) throw PaperspaceException.InvalidRequest(
                $"The account '{TerminalText.Sanitize(Name)}' was disconnected. Connect it again with Connect-PsAccount.", "Account");
            _references++;
            return new AccountReference(this);
        }
    }

    /// <summary>Disconnects the account: no command can begin with it any more, and the connection is closed once those under way have
    /// ended.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisconnected) return;
            _isDisconnected = true;
        }

        Release();
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Releases a share of the connection; the last one released closes it.</summary>
    internal void Release()
    {
        lock (_gate)
            if (--_references > 0)
                return;
        _connected?.Connection.Dispose();
        _connector?.Dispose();
    }

    /// <summary>Creates a client for the holder of a reference.</summary>
    internal async Task<IPaperspaceClient> CreateClientAsync(IRequestLog? requestLog, CancellationToken cancellationToken)
    {
        var log = new LastRequestLog(this, requestLog);
        return (_connected ?? await ConnectAsync(log, cancellationToken).ConfigureAwait(false)).Connection.CreateClient(log);
    }

    /// <summary>Keeps what the API told of the key's owner.</summary>
    internal void Remember(AccountSession session) => _session = session;

    private async Task<AccountConnection> ConnectAsync(IRequestLog log, CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connected is { } known) return known;
            var connected = await _connector!.ConnectAsync(log, cancellationToken).ConfigureAwait(false);
            _session = connected.Session;
            lock (_gate)
            {
                if (_references > 0) return _connected = connected;
            }

            // Nobody has waited for it: the command was stopped.
            connected.Connection.Dispose();
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            _connecting.Release();
        }
    }

    private sealed class LastRequestLog(PaperspaceAccount account, IRequestLog? next) : IRequestLog
    {
        public void Write(RequestLogEntry entry)
        {
            account._lastRequest = new RequestSummary(entry);
            next?.Write(entry);
        }
    }
}

namespace Paperspace;

/// <summary>Represents an account that a session is connected to, under a name.</summary>
public sealed class PaperspaceAccount : IDisposable
{
    private const int MaxUnreportedChanges = 10_000;

    private readonly object _gate = new();
    private readonly SemaphoreSlim _connecting = new(1);
    private readonly IPaperspaceConnector? _connector;
    private readonly Uri _firstBaseUri;
    private readonly Queue<UnreportedChange> _unreportedChanges = new();
    private volatile IPaperspaceConnection? _connection;
    private volatile AccountSession? _session;
    private volatile RequestSummary? _lastRequest;
    private int _references = 1;
    private bool _isDisconnected;

    /// <summary>Creates an account whose API is known.</summary>
    /// <param name="name">The name that selects the account.</param>
    /// <param name="baseUri">The base address of the API.</param>
    /// <param name="keySource">A description of where the key came from; never the key.</param>
    /// <param name="connection">The connection, which is disposed with the account.</param>
    public PaperspaceAccount(string name, Uri baseUri, string keySource, IPaperspaceConnection connection)
    {
        Name = name;
        _firstBaseUri = baseUri;
        KeySource = keySource;
        _connection = connection;
    }

    /// <summary>Creates an account whose API is determined by its first request.</summary>
    /// <param name="name">The name that selects the account.</param>
    /// <param name="baseUri">The base address of the API to try first.</param>
    /// <param name="keySource">A description of where the key came from; never the key.</param>
    /// <param name="connector">Determines the API; disposed with the account.</param>
    public PaperspaceAccount(string name, Uri baseUri, string keySource, IPaperspaceConnector connector)
    {
        Name = name;
        _firstBaseUri = baseUri;
        KeySource = keySource;
        _connector = connector;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the API in use; null until the first request has determined it.</summary>
    public PaperspaceApiVersion? ApiVersion => _connection?.ApiVersion;

    /// <summary>
    /// Gets the name of the API in use; null until the first request has determined it. Unlike
    /// <see cref="ApiVersion"/>, it stays readable when PowerShell serializes the account.
    /// </summary>
    public string? Api => ApiVersion?.ToString();

    /// <summary>Gets the base address of the API.</summary>
    public Uri BaseUri => _connection?.BaseUri ?? _firstBaseUri;

    /// <summary>Gets the namespace of the key's team; null if the API did not return it.</summary>
    public string? Team => _session?.Team;

    /// <summary>Gets the email address of the key's user; null if the API did not return it.</summary>
    public string? User => _session?.User;

    /// <summary>Gets the host of the API, such as <c>api.paperspace.io</c>; with the scheme unless it is HTTPS.</summary>
    public string Host => BaseUri.Scheme == Uri.UriSchemeHttps ? BaseUri.Authority : BaseUri.GetLeftPart(UriPartial.Authority);

    /// <summary>Gets a description of where the key came from; never the key.</summary>
    public string KeySource { get; }

    /// <summary>Gets the key, to recognize the same account under another name; null if it is not known.</summary>
    internal string? Key { get; init; }

    /// <summary>Gets whether the account is simulated in this process.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Gets or sets whether the account is the default in the runspace that connected it.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Gets whether the account is disconnected. A disconnected account accepts no new commands.</summary>
    public bool IsDisconnected
    {
        get
        {
            lock (_gate) return _isDisconnected;
        }
    }

    /// <summary>Gets the last request and its outcome; null before the first.</summary>
    public RequestSummary? LastRequest => _lastRequest;

    /// <summary>Gets the changes that interrupted commands may have made, oldest first; at most 10,000.</summary>
    public IReadOnlyList<UnreportedChange> UnreportedChanges
    {
        get
        {
            lock (_gate) return _unreportedChanges.ToArray();
        }
    }

    /// <summary>Records the changes that an interrupted command may have made.</summary>
    public void AddUnreported(IEnumerable<UnreportedChange> changes)
    {
        lock (_gate)
            foreach (var change in changes)
            {
                if (_unreportedChanges.Count == MaxUnreportedChanges) _unreportedChanges.Dequeue();
                _unreportedChanges.Enqueue(change);
            }
    }

    /// <summary>
    /// Opens the account for a command. Its connection stays open until the caller disposes the reference, even if the
    /// account is disconnected meanwhile.
    /// </summary>
    /// <param name="requestLog">Receives the requests of this command only; null for none.</param>
    /// <exception cref="PaperspaceException">The account is disconnected.</exception>
    public AccountReference Open(IRequestLog? requestLog = null)
    {
        lock (_gate)
        {
            if (_isDisconnected) throw PaperspaceException.InvalidRequest(
                $"The account '{TerminalText.Sanitize(Name)}' was disconnected. Connect it again with Connect-PsAccount.", "Account");
            _references++;
            return new AccountReference(this, requestLog);
        }
    }

    /// <summary>Disconnects the account. New commands are rejected; the connection closes when the running commands have ended.</summary>
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

    /// <summary>Returns whether another object is a connection to the same account.</summary>
    internal bool IsSameAs(PaperspaceAccount other) => ReferenceEquals(this, other) || (Key is not null && Key == other.Key);

    /// <summary>Releases one reference to the connection. The last release closes it.</summary>
    internal void Release()
    {
        lock (_gate)
            if (--_references > 0)
                return;
        _connection?.Dispose();
        _connector?.Dispose();
    }

    internal async Task<IPaperspaceClient> CreateClientAsync(IRequestLog? requestLog, CancellationToken cancellationToken)
    {
        var log = new LastRequestLog(this, requestLog);
        return (_connection ?? await ConnectAsync(log, cancellationToken).ConfigureAwait(false)).CreateClient(log);
    }

    internal void SetSession(AccountSession session) => _session = session;

    private async Task<IPaperspaceConnection> ConnectAsync(IRequestLog log, CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is { } known) return known;
            var connected = await _connector!.ConnectAsync(log, cancellationToken).ConfigureAwait(false);
            _session = connected.Session;
            lock (_gate)
            {
                if (_references > 0) return _connection = connected;
            }

            // The last reference was released while connecting.
            connected.Dispose();
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

namespace Paperspace.Client;

/// <summary>Reaches an account through the V1 API.</summary>
internal sealed class V1Client : IPaperspaceClient
{
    private readonly ApiConnection _connection;

    /// <summary>Creates a client over a connection, which is disposed with it.</summary>
    public V1Client(ApiConnection connection)
    {
        _connection = connection;
        Account = new V1AccountClient(connection);
        Networks = new V1NetworkClient(connection);
        PublicIps = new V1PublicIpClient(connection);
        Rest = new V1RestClient(connection);
        SharedDrives = new V1SharedDriveClient(connection);
        Templates = new V1TemplateClient(connection, V1MachineJsonMap.CreateResources(connection).GetAsync);
        Users = new V1UserClient(connection, Account);
        var scripts = new V1ScriptClient(connection);
        Scripts = scripts;
        Snapshots = new V1SnapshotClient(connection);
        Machines = new V1MachineClient(connection, Account, PublicIps, scripts);
    }

    /// <inheritdoc/>
    public PaperspaceApiVersion ApiVersion => _connection.ApiVersion;

    /// <inheritdoc/>
    public DateTimeOffset Now => _connection.Now;

    /// <inheritdoc/>
    public CancellationTokenSource CreateTimeLimit(TimeSpan limit) => _connection.Time.CreateCancellationTokenSource(limit);

    /// <inheritdoc/>
    public IAccountClient Account { get; }

    /// <inheritdoc/>
    public IMachineClient Machines { get; }

    /// <inheritdoc/>
    public INetworkClient Networks { get; }

    /// <inheritdoc/>
    public IScriptClient Scripts { get; }

    /// <inheritdoc/>
    public ISnapshotClient Snapshots { get; }

    /// <inheritdoc/>
    public IPublicIpClient PublicIps { get; }

    /// <inheritdoc/>
    public IRestClient Rest { get; }

    /// <inheritdoc/>
    public ISharedDriveClient SharedDrives { get; }

    /// <inheritdoc/>
    public ITemplateClient Templates { get; }

    /// <inheritdoc/>
    public IUserClient Users { get; }

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => _connection.DelayAsync(delay, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}

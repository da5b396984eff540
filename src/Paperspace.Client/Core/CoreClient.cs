namespace Paperspace.Client;

/// <summary>Reaches an account through the Core API.</summary>
internal sealed class CoreClient : IPaperspaceClient
{
    private readonly ApiConnection _connection;

    /// <summary>Creates a client over a connection, which is disposed with it.</summary>
    public CoreClient(ApiConnection connection)
    {
        _connection = connection;
        Account = new CoreAccountClient(connection);
        Networks = new CoreNetworkClient(connection);
        PublicIps = new CorePublicIpClient();
        Rest = new CoreRestClient(connection);
        SharedDrives = new CoreSharedDriveClient();
        Scripts = new CoreScriptClient(connection);
        Snapshots = new CoreSnapshotClient();
        Templates = new CoreTemplateClient(connection);
        Users = new CoreUserClient(connection);
        Machines = new CoreMachineClient(connection, Templates);
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

namespace Paperspace.Client;

/// <summary>Implements the client for the Core API.</summary>
internal sealed class CoreClient : IPaperspaceClient
{
    private readonly ApiConnection _connection;

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

    public DateTimeOffset Now => _connection.Now;

    public CancellationTokenSource CreateTimeLimit(TimeSpan limit) => _connection.Time.CreateCancellationTokenSource(limit);

    public IAccountClient Account { get; }

    public IMachineClient Machines { get; }

    public INetworkClient Networks { get; }

    public IScriptClient Scripts { get; }

    public ISnapshotClient Snapshots { get; }

    public IPublicIpClient PublicIps { get; }

    public IRestClient Rest { get; }

    public ISharedDriveClient SharedDrives { get; }

    public ITemplateClient Templates { get; }

    public IUserClient Users { get; }

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => _connection.DelayAsync(delay, cancellationToken);

    public void Dispose() => _connection.Dispose();
}

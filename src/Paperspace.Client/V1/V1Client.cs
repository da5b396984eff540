namespace Paperspace.Client;

/// <summary>Implements the client for the V1 API.</summary>
internal sealed class V1Client : IPaperspaceClient
{
    private readonly ApiConnection _connection;

    public V1Client(ApiConnection connection)
    {
        _connection = connection;
        var account = new V1AccountClient(connection);
        Account = account;
        Networks = new V1NetworkClient(connection);
        PublicIps = new V1PublicIpClient(connection);
        Rest = new V1RestClient(connection);
        SharedDrives = new V1SharedDriveClient(connection);
        Templates = new V1TemplateClient(connection, V1MachineJsonMap.CreateResources(connection).GetAsync);
        Users = new V1UserClient(connection, Account);
        var scripts = new V1ScriptClient(connection);
        Scripts = scripts;
        Snapshots = new V1SnapshotClient(connection);
        Machines = new V1MachineClient(connection, account, PublicIps, scripts);
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

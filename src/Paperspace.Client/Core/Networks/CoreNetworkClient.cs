namespace Paperspace.Client;

/// <summary>Implements the client for networks of the Core API, which can only list them.</summary>
internal sealed class CoreNetworkClient : INetworkClient
{
    private readonly ApiConnection _connection;
    private readonly JsonContext _json;

    public CoreNetworkClient(ApiConnection connection)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
    }

    public IPager<Network> List(bool includeDefault = false) =>
        new SinglePagePager<Network>(ReadAsync);

    public async Task<Network> GetAsync(string networkId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(networkId, nameof(networkId));
        var networks = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return networks.FirstOrDefault(network => network.Id == id)
            ?? throw new PaperspaceException(PaperspaceErrorReason.ResourceNotFound, $"There is no network with the id '{id}'.");
    }

    public void Require(ResourceAction action) => throw CoreProtocol.Unsupported(action, "networks");

    public Task<Network> CreateAsync(NetworkCreateOptions options, CancellationToken cancellationToken) =>
        throw CoreProtocol.Unsupported(ResourceAction.Create, "networks");

    public Task<Network> UpdateAsync(string networkId, NetworkUpdateOptions options, CancellationToken cancellationToken) =>
        throw CoreProtocol.Unsupported(ResourceAction.Update, "networks");

    public Task DeleteAsync(string networkId, CancellationToken cancellationToken) =>
        throw CoreProtocol.Unsupported(ResourceAction.Delete, "networks");

    private Task<Page<Network>> ReadAsync(CancellationToken cancellationToken) => _connection.SendAsync(
        ApiRequest.Get("networks/getNetworks"),
        CoreNetworkJsonMap.Map.Names,
        reader => CoreNetworkJsonMap.Map.ReadPage(reader, _json),
        cancellationToken);
}

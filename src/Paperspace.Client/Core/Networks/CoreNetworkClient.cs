namespace Paperspace.Client;

/// <summary>Reaches networks through the Core API, which lists them and no more.</summary>
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
        new SinglePagePager<Network>(async token => new Page<Network>(await ReadAsync(token).ConfigureAwait(false)));

    public async Task<Network> GetAsync(string networkId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(networkId, nameof(networkId));
        var networks = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return networks.Find(network => network.Id == id)
            ?? throw new PaperspaceException(PaperspaceErrorReason.ResourceNotFound, $"There is no network with the id '{id}'.");
    }

    public void Require(ResourceAction action) => throw CoreProtocol.Lacks(action, "networks");

    public Task<Network> CreateAsync(NetworkCreateOptions options, CancellationToken cancellationToken) =>
        throw CoreProtocol.Lacks(ResourceAction.Create, "networks");

    public Task<Network> UpdateAsync(string networkId, NetworkUpdateOptions options, CancellationToken cancellationToken) =>
        throw CoreProtocol.Lacks(ResourceAction.Update, "networks");

    public Task DeleteAsync(string networkId, CancellationToken cancellationToken) =>
        throw CoreProtocol.Lacks(ResourceAction.Delete, "networks");

    private async Task<List<Network>> ReadAsync(CancellationToken cancellationToken) =>
        await _connection
            .SendAsync(
                ApiRequest.Get("networks/getNetworks"),
                CoreNetworkJsonMap.Map.Names,
                reader => CoreNetworkJsonMap.Map.ReadArray(reader, _json),
                cancellationToken)
            .ConfigureAwait(false);
}

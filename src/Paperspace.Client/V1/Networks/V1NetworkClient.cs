namespace Paperspace.Client;

/// <summary>Implements the client for private networks of the V1 API.</summary>
internal sealed class V1NetworkClient : INetworkClient
{
    private static readonly OptionMap<NetworkCreateOptions> CreateMap = new OptionMap<NetworkCreateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.Region, "region", V1RegionNames.ToRequest)
        .Map(it => it.MigrateMachines, "migrateMachines");

    private static readonly OptionMap<NetworkUpdateOptions> UpdateMap = new OptionMap<NetworkUpdateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name");

    private readonly V1Resources<Network> _networks;
    private readonly V1Resources<Machine> _machines;

    public V1NetworkClient(ApiConnection connection)
    {
        _networks = new V1Resources<Network>(connection, V1NetworkJsonMap.Map, network => network.Id, "private-networks");
        _machines = V1MachineJsonMap.CreateResources(connection);
    }

    public IPager<Network> List(bool includeDefault = false) =>
        includeDefault ? new V1NetworkPager(_networks.List(), _machines) : _networks.List();

    public async Task<Network> GetAsync(string networkId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(networkId, nameof(networkId));
        return await _networks.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? new Network { Id = id, IsDefault = true };
    }

    public void Require(ResourceAction action)
    {
    }

    public Task<Network> CreateAsync(NetworkCreateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return _networks.CreateAsync(CreateMap.ToFields(options), CreateMap.GetParameters(options), cancellationToken);
    }

    public Task<Network> UpdateAsync(string networkId, NetworkUpdateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return _networks.UpdateAsync(
            ResourceId.Require(networkId, nameof(networkId)),
            UpdateMap.ToFields(options),
            UpdateMap.GetParameters(options),
            cancellationToken);
    }

    public Task DeleteAsync(string networkId, CancellationToken cancellationToken) =>
        _networks.DeleteAsync(ResourceId.Require(networkId, nameof(networkId)), cancellationToken);
}

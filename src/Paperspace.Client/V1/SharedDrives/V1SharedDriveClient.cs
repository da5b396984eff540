namespace Paperspace.Client;

/// <summary>Implements the client for shared drives of the V1 API.</summary>
internal sealed class V1SharedDriveClient : ISharedDriveClient
{
    private static readonly OptionMap<SharedDriveCreateOptions> CreateMap = new OptionMap<SharedDriveCreateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.Size, "size")
        .Map(it => it.Region, "region", V1RegionNames.ToRequest)
        .Map(it => it.NetworkId, "networkId");

    private static readonly OptionMap<SharedDriveUpdateOptions> UpdateMap = new OptionMap<SharedDriveUpdateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name");

    private readonly V1Resources<SharedDrive> _drives;

    public V1SharedDriveClient(ApiConnection connection)
    {
        _drives = new V1Resources<SharedDrive>(connection, V1SharedDriveJsonMap.Map, drive => drive.Id, "shared-drives", "name");
    }

    public IPager<SharedDrive> List() => new FilteringPager<SharedDrive>(_drives.List(), drive => drive.DtDeleted is null, null, 0);

    public Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken) =>
        _drives.GetAsync(ResourceId.Require(driveId, nameof(driveId)), cancellationToken);

    public void Require(ResourceAction action)
    {
    }

    public Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return _drives.CreateAsync(CreateMap.ToFields(options), CreateMap.GetParameters(options), cancellationToken);
    }

    public Task<SharedDrive> UpdateAsync(string driveId, SharedDriveUpdateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return _drives.UpdateAsync(
            ResourceId.Require(driveId, nameof(driveId)), UpdateMap.ToFields(options), UpdateMap.GetParameters(options), cancellationToken);
    }

    public Task DeleteAsync(string driveId, CancellationToken cancellationToken) =>
        _drives.DeleteAsync(ResourceId.Require(driveId, nameof(driveId)), cancellationToken);
}

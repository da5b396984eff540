namespace Paperspace.Client;

/// <summary>Rejects requests for shared drives, which the Core API does not support.</summary>
internal sealed class CoreSharedDriveClient : ISharedDriveClient
{
    private static PaperspaceException NotSupported => PaperspaceException.NotSupported(
        $"The {CoreProtocol.ApiName} API does not support shared drives. Use the Paperspace console or a V1 API key.");

    public IPager<SharedDrive> List() => throw NotSupported;

    public Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken) => throw NotSupported;

    public void Require(ResourceAction action) => throw NotSupported;

    public Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken) => throw NotSupported;

    public Task<SharedDrive> UpdateAsync(string driveId, SharedDriveUpdateOptions options, CancellationToken cancellationToken) =>
        throw NotSupported;

    public Task DeleteAsync(string driveId, CancellationToken cancellationToken) => throw NotSupported;
}

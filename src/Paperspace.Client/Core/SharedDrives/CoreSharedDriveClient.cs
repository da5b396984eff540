namespace Paperspace.Client;

/// <summary>Tells that the Core API has no shared drives.</summary>
internal sealed class CoreSharedDriveClient : ISharedDriveClient
{
    private static PaperspaceException NotSupported => PaperspaceException.NotSupported(
        $"The {CoreProtocol.ApiName} API has no shared drives. Use the console, or a key of the V1 API.");

    public IPager<SharedDrive> List() => throw NotSupported;

    public Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken) => throw NotSupported;

    public void Require(ResourceAction action) => throw NotSupported;

    public Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken) => throw NotSupported;

    public Task<SharedDrive> UpdateAsync(string driveId, SharedDriveUpdateOptions options, CancellationToken cancellationToken) =>
        throw NotSupported;

    public Task DeleteAsync(string driveId, CancellationToken cancellationToken) => throw NotSupported;
}

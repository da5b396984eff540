namespace Paperspace.Client.Core.SharedDrives;

/// <summary>Tells that the Core API has no shared drives.</summary>
internal sealed class CoreSharedDriveClient : ISharedDriveClient
{
    private static PaperspaceException NotSupported => PaperspaceException.NotSupported(
        $"The {CoreProtocol.ApiName} API has no shared drives. See the Paperspace console.");

    /// <inheritdoc/>
    public IPager<SharedDrive> List() => throw NotSupported;

    /// <inheritdoc/>
    public Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken) => Task.FromException<SharedDrive>(NotSupported);

    /// <inheritdoc/>
    public Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken) => Task.FromException<SharedDrive>(NotSupported);

    /// <inheritdoc/>
    public Task<SharedDrive> RenameAsync(string driveId, string name, CancellationToken cancellationToken) => Task.FromException<SharedDrive>(NotSupported);

    /// <inheritdoc/>
    public Task DeleteAsync(string driveId, CancellationToken cancellationToken) => Task.FromException(NotSupported);
}

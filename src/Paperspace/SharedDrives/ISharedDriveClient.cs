namespace Paperspace;

/// <summary>Reaches the shared drives of an account.</summary>
public interface ISharedDriveClient
{
    /// <summary>Lists the drives page by page. Nothing is sent until the first page is asked for.</summary>
    /// <exception cref="PaperspaceException">The API has no such list.</exception>
    IPager<SharedDrive> List();

    /// <summary>Reads a drive.</summary>
    Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken);

    /// <summary>Creates a drive for the machines of a private network.</summary>
    Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Renames a drive.</summary>
    Task<SharedDrive> RenameAsync(string driveId, string name, CancellationToken cancellationToken);

    /// <summary>Deletes a drive with what is on it.</summary>
    Task DeleteAsync(string driveId, CancellationToken cancellationToken);
}

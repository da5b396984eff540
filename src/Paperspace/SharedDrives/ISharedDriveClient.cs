namespace Paperspace;

/// <summary>Provides access to the shared drives of an account.</summary>
public interface ISharedDriveClient
{
    /// <summary>Lists the drives. Nothing is sent until the first page is requested. (V1: <c>GET /shared-drives</c>.)</summary>
    /// <exception cref="PaperspaceException">The API does not support it.</exception>
    IPager<SharedDrive> List();

    /// <summary>Returns a drive. (V1: <c>GET /shared-drives/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">The drive does not exist, the API does not support it, or the request failed.</exception>
    Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken);

    /// <summary>Checks that the API supports an action on shared drives.</summary>
    /// <exception cref="PaperspaceException">The API does not support the action.</exception>
    void Require(ResourceAction action);

    /// <summary>Creates a drive for the machines of a private network. (V1: <c>POST /shared-drives</c>.)</summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support it, or the request failed.</exception>
    Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a drive. (V1: <c>PUT /shared-drives/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support it, or the request failed.</exception>
    Task<SharedDrive> UpdateAsync(string driveId, SharedDriveUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a drive and its files. (V1: <c>DELETE /shared-drives/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">The API does not support it, or the request failed.</exception>
    Task DeleteAsync(string driveId, CancellationToken cancellationToken);
}

namespace Paperspace;

/// <summary>Reaches the shared drives of an account.</summary>
public interface ISharedDriveClient
{
    /// <summary>Lists the drives (V1: GET shared-drives). Nothing is sent until the first page is asked for.</summary>
    /// <exception cref="PaperspaceException">The API has no such list.</exception>
    IPager<SharedDrive> List();

    /// <summary>Reads a drive (V1: GET shared-drives/{id}).</summary>
    /// <exception cref="PaperspaceException">There is none with the id, the API lacks it, or the request failed.</exception>
    Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken);

    /// <summary>Checks that the API has an action on shared drives.</summary>
    /// <exception cref="PaperspaceException">It has not.</exception>
    void Require(ResourceAction action);

    /// <summary>Creates a drive for the machines of a private network (V1: POST shared-drives).</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API lacks it, or the request failed.</exception>
    Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a drive (V1: PUT shared-drives/{id}).</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API lacks it, or the request failed.</exception>
    Task<SharedDrive> UpdateAsync(string driveId, SharedDriveUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a drive with what is on it (V1: DELETE shared-drives/{id}).</summary>
    /// <exception cref="PaperspaceException">The API lacks it, or the request failed.</exception>
    Task DeleteAsync(string driveId, CancellationToken cancellationToken);
}

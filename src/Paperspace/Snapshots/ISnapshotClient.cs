namespace Paperspace;

/// <summary>Reaches the snapshots of an account's machines.</summary>
/// <remarks>
/// The V1 API tells of a snapshot neither a date nor a state. They are those of the events that took the snapshots of its machine, which do
/// not name them: the newest snapshot has the newest such event, the next one the next, as far back as nothing was deleted or failed since.
/// The dates and states of older ones are not known.
/// </remarks>
public interface ISnapshotClient
{
    /// <summary>Lists snapshots, newest first (V1: GET snapshots and GET machine-events). Nothing is sent until the first page is asked
    /// for.</summary>
    /// <param name="machineId">The machine whose snapshots to list; null for those of all machines.</param>
    /// <param name="includeDates">Whether to read events too, for the dates and states.</param>
    /// <exception cref="PaperspaceException">The API has no snapshots.</exception>
    IPager<Snapshot> List(string? machineId = null, bool includeDates = true);

    /// <summary>Reads a snapshot, with its date and state where they are known (V1: GET snapshots/{id}, then the list of its
    /// machine).</summary>
    /// <exception cref="PaperspaceException">There is none with the id, the API has no snapshots, or the request failed.</exception>
    Task<Snapshot> GetAsync(string snapshotId, CancellationToken cancellationToken);

    /// <summary>Checks that the API has an action on snapshots.</summary>
    /// <exception cref="PaperspaceException">It has not.</exception>
    void Require(ResourceAction action);

    /// <summary>Takes a snapshot of a machine's disk, whether the machine runs or not (V1: POST snapshots). The operation's
    /// <see cref="Operation.Resource"/> is the new <see cref="Snapshot"/>.</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API has no snapshots, or the request failed.</exception>
    Task<Operation> CreateAsync(SnapshotCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a snapshot (V1: PUT snapshots/{id}).</summary>
    /// <returns>The snapshot, without date and state.</returns>
    /// <exception cref="PaperspaceException">A rule is broken, the API has no snapshots, or the request failed.</exception>
    Task<Snapshot> UpdateAsync(string snapshotId, SnapshotUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a snapshot (V1: DELETE snapshots/{id}).</summary>
    /// <exception cref="PaperspaceException">The API has no snapshots, or the request failed.</exception>
    Task<Operation> DeleteAsync(string snapshotId, CancellationToken cancellationToken);

    /// <summary>Overwrites the disk of the snapshot's machine with the snapshot (V1: POST snapshots/{id}/restore).</summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="createSnapshotBefore">Whether to take a snapshot of the disk first, as it is.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The API has no snapshots, or the request failed.</exception>
    Task<Operation> RestoreAsync(string snapshotId, bool createSnapshotBefore, CancellationToken cancellationToken);
}

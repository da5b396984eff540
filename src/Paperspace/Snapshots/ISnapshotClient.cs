namespace Paperspace;

/// <summary>Provides access to the snapshots of an account's machines.</summary>
/// <remarks>
/// The V1 API returns neither the date nor the state of a snapshot. They are taken from the machine's snapshot events, which do not
/// name the snapshot: the newest event belongs to the newest snapshot, and so on, back to the most recent deletion or failure. The
/// dates and states of older snapshots are unknown.
/// </remarks>
public interface ISnapshotClient
{
    /// <summary>
    /// Lists snapshots, newest first. Nothing is sent until the first page is requested. (V1: <c>GET /snapshots</c> and
    /// <c>GET /machine-events</c>.)
    /// </summary>
    /// <param name="machineId">The machine whose snapshots to list; null for all machines.</param>
    /// <param name="includeDates">Whether to read events for the dates and states.</param>
    /// <exception cref="PaperspaceException">The API does not support snapshots.</exception>
    IPager<Snapshot> List(string? machineId = null, bool includeDates = true);

    /// <summary>
    /// Returns a snapshot, with its date and state if they are known. (V1: <c>GET /snapshots/{id}</c>, then the
    /// machine's list.)
    /// </summary>
    /// <exception cref="PaperspaceException">The snapshot does not exist, the API does not support it, or the request failed.</exception>
    Task<Snapshot> GetAsync(string snapshotId, CancellationToken cancellationToken);

    /// <summary>Checks that the API supports an action on snapshots.</summary>
    /// <exception cref="PaperspaceException">The API does not support the action.</exception>
    void Require(ResourceAction action);

    /// <summary>
    /// Takes a snapshot of a machine's disk; the machine may be running. The operation's
    /// <see cref="Operation.Resource"/> is the new <see cref="Snapshot"/>. (V1: <c>POST /snapshots</c>.)
    /// </summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support snapshots, or the request failed.</exception>
    Task<Operation> CreateAsync(SnapshotCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a snapshot. (V1: <c>PUT /snapshots/{id}</c>.)</summary>
    /// <returns>The snapshot, without its date and state.</returns>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support snapshots, or the request failed.</exception>
    Task<Snapshot> UpdateAsync(string snapshotId, SnapshotUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a snapshot. (V1: <c>DELETE /snapshots/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">The API does not support snapshots, or the request failed.</exception>
    Task<Operation> DeleteAsync(string snapshotId, CancellationToken cancellationToken);

    /// <summary>Overwrites the disk of the snapshot's machine with the snapshot. (V1: <c>POST /snapshots/{id}/restore</c>.)</summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="createSnapshotBefore">Whether to take a snapshot of the current disk first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The API does not support snapshots, or the request failed.</exception>
    Task<Operation> RestoreAsync(string snapshotId, bool createSnapshotBefore, CancellationToken cancellationToken);
}

namespace Paperspace.Client;

/// <summary>Rejects everything: the Core API only takes automatic snapshots.</summary>
internal sealed class CoreSnapshotClient : ISnapshotClient
{
    private static PaperspaceException NotSupported => PaperspaceException.NotSupported(
        $"The {CoreProtocol.ApiName} API cannot manage snapshots; it only takes automatic ones (Set-PsMachine -PerformAutoSnapshot). Use the "
        + "console, or a key of the V1 API.");

    public IPager<Snapshot> List(string? machineId = null, bool includeDates = true) => throw NotSupported;

    public Task<Snapshot> GetAsync(string snapshotId, CancellationToken cancellationToken) => throw NotSupported;

    public void Require(ResourceAction action) => throw NotSupported;

    public Task<Operation> CreateAsync(SnapshotCreateOptions options, CancellationToken cancellationToken) => throw NotSupported;

    public Task<Snapshot> UpdateAsync(string snapshotId, SnapshotUpdateOptions options, CancellationToken cancellationToken) =>
        throw NotSupported;

    public Task<Operation> DeleteAsync(string snapshotId, CancellationToken cancellationToken) => throw NotSupported;

    public Task<Operation> RestoreAsync(string snapshotId, bool createSnapshotBefore, CancellationToken cancellationToken) =>
        throw NotSupported;
}

using RestSharp;

namespace Paperspace.Client;

/// <summary>Implements the client for snapshots of the V1 API.</summary>
internal sealed class V1SnapshotClient : ISnapshotClient
{
    private static readonly OptionMap<SnapshotCreateOptions> CreateMap = new OptionMap<SnapshotCreateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.MachineId, "machineId");

    private static readonly OptionMap<SnapshotUpdateOptions> UpdateMap = new OptionMap<SnapshotUpdateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name");

    private readonly ApiConnection _connection;
    private readonly V1Resources<Snapshot> _snapshots;
    private readonly V1MachineEventReader _events;

    public V1SnapshotClient(ApiConnection connection)
    {
        _connection = connection;
        _snapshots = new V1Resources<Snapshot>(connection, V1SnapshotJsonMap.Map, snapshot => snapshot.Id, "snapshots");
        _events = new V1MachineEventReader(connection);
    }

    public IPager<Snapshot> List(string? machineId = null, bool includeDates = true)
    {
        var snapshots = _snapshots.List(machineId is null ? [] : [new("machineId", ResourceId.Require(machineId, nameof(machineId)))]);
        return includeDates ? new V1SnapshotDatePager(snapshots, new V1SnapshotDateResolver(_events)) : snapshots;
    }

    public async Task<Snapshot> GetAsync(string snapshotId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(snapshotId, nameof(snapshotId));
        var snapshot = await _snapshots.GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (snapshot.MachineId is not { Length: > 0 } machineId) return snapshot;
        // The date depends on the number of newer snapshots.
        using var pager = List(machineId);
        while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            if (page.FirstOrDefault(item => item.Id == id) is { } listed)
                return listed;
        return snapshot;
    }

    public void Require(ResourceAction action)
    {
    }

    public async Task<Operation> CreateAsync(SnapshotCreateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var response = await _snapshots
            .BeginCreateAsync(
                CreateMap.ToFields(options),
                CreateMap.GetParameters(options),
                snapshot =>
                {
                    ResponseIdentity.RequireName(options.Name, snapshot.Name);
                    ResponseIdentity.RequireName(options.MachineId, snapshot.MachineId);
                },
                null,
                cancellationToken)
            .ConfigureAwait(false);
        if (response.Event is { } creation) V1SnapshotDateResolver.Set(response.Data!, creation);
        return ToOperation(response, response.Data!.Id, MachineEventNames.SnapshotCreate);
    }

    public Task<Snapshot> UpdateAsync(string snapshotId, SnapshotUpdateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return _snapshots.UpdateAsync(
            ResourceId.Require(snapshotId, nameof(snapshotId)),
            UpdateMap.ToFields(options),
            UpdateMap.GetParameters(options),
            cancellationToken);
    }

    public async Task<Operation> DeleteAsync(string snapshotId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(snapshotId, nameof(snapshotId));
        var response = await _snapshots
            .BeginAsync(Method.Delete, id, null, null, null, RetrySafety.OnlyIfNotProcessed, cancellationToken)
            .ConfigureAwait(false);
        return ToOperation(response, id, MachineEventNames.SnapshotDelete);
    }

    public async Task<Operation> RestoreAsync(string snapshotId, bool createSnapshotBefore, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(snapshotId, nameof(snapshotId));
        // The body is required, even if it is empty.
        KeyValuePair<string, object?>[] fields = createSnapshotBefore ? [new("createSnapshotBeforeRestore", true)] : [];
        var response = await _snapshots
            .BeginAsync(Method.Post, id, "restore", fields, null, RetrySafety.OnlyIfNotProcessed, cancellationToken)
            .ConfigureAwait(false);
        return ToOperation(response, id, MachineEventNames.SnapshotRestore);
    }

    private Operation ToOperation(V1ActionResponse<Snapshot> response, string id, string action) =>
        response.ToOperation(ResourceKinds.Snapshot, id, response.Data!.MachineId, action, _connection.Now);
}

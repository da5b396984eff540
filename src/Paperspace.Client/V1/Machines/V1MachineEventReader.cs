namespace Paperspace.Client;

/// <summary>Reads machine events through the V1 API.</summary>
internal sealed class V1MachineEventReader
{
    private const string Path = "machine-events";

    private static readonly V1Pages<MachineEvent> Pages = new(V1MachineEventJsonMap.Map);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json;

    public V1MachineEventReader(ApiConnection connection)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
    }

    /// <summary>Reads a page of events, newest first, without those of other machines.</summary>
    /// <param name="machineId">The machine; null for the events of all machines.</param>
    public async Task<CursorPage<MachineEvent>> ReadPageAsync(
        string? machineId, CursorPageRequest page, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string>[] filter = machineId is null ? [] : [new("machineId", machineId)];
        var read = await Pages
            .ReadAsync(
                _connection,
                _json,
                Path,
                filter.Prepend(new("orderBy", "dtCreated")),
                page,
                PaperspaceErrorReason.MachineNotFound,
                cancellationToken)
            .ConfigureAwait(false);
        if (machineId is not null) read.Items!.RemoveAll(item => !IsOf(machineId, item));
        return read;
    }

    /// <summary>Returns whether an event may be the machine's: the API leaves out the machine of some events.</summary>
    public static bool IsOf(string machineId, MachineEvent item) =>
        string.IsNullOrEmpty(item.MachineId) || string.Equals(item.MachineId, machineId, StringComparison.OrdinalIgnoreCase);

    public async Task<List<MachineEvent>> ReadNewestAsync(
        string machineId, int limit, CancellationToken cancellationToken) =>
        (await ReadPageAsync(machineId, new CursorPageRequest(null, limit), cancellationToken).ConfigureAwait(false)).Items!;

    /// <summary>Lists the events of all machines, newest first. Each page is read on request.</summary>
    public IPager<MachineEvent> ListAll() => new CursorPager<MachineEvent>(
        (page, token) => ReadPageAsync(null, page, token), item => item.Handle ?? "", V1Protocol.PageSize, pagesInFlight: 0);

    public Task<MachineEvent> GetAsync(string eventId, CancellationToken cancellationToken) => _connection.SendAsync(
        ApiRequest.Get($"{Path}/{Uri.EscapeDataString(eventId)}"),
        V1MachineEventJsonMap.Map.Names,
        reader =>
        {
            var read = V1MachineEventJsonMap.Map.Read(reader, _json);
            ResponseIdentity.Require(eventId, read.Handle);
            return read;
        },
        cancellationToken);
}

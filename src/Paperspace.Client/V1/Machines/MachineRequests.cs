using Newtonsoft.Json;
using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Paging;
using Paperspace.Client.V1.Operations;
using RestSharp;

namespace Paperspace.Client.V1.Machines;

/// <summary>Sends the V1 API's requests about machines, one for each of its routes.</summary>
internal sealed class MachineRequests
{
    private const string Path = "machines";
    private const string EventPath = "machine-events";

    private static readonly V1Pages<MachineJson> MachinePages = new(MachineJsonMap.Map);
    private static readonly V1Actions<MachineJson> Actions = new(MachineJsonMap.Map);
    private static readonly V1Pages<MachineEvent> EventPages = new(MachineEventJsonMap.Map);
    private static readonly V1Pages<AccessorJson> AccessorPages = new(AccessorJson.Map);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json = new();

    /// <summary>Creates the requests over a connection.</summary>
    public MachineRequests(ApiConnection connection)
    {
        _connection = connection;
    }

    /// <summary>Gets the time on the connection's clock.</summary>
    public DateTimeOffset Now => _connection.Now;

    /// <summary>Reads a page of machines.</summary>
    public async Task<CursorPage<Machine>> ListAsync(
        IEnumerable<KeyValuePair<string, string>> filter, CursorPageRequest request, CancellationToken cancellationToken)
    {
        var page = await MachinePages
            .ReadAsync(
                _connection,
                _json,
                Path,
                filter.Prepend(new("orderBy", "dtCreated")),
                request,
                PaperspaceErrorReason.NotFound,
                cancellationToken)
            .ConfigureAwait(false);
        var now = _connection.Now;
        return Convert(page, machine => machine.ToMachine(_json, now));
    }

    /// <summary>Reads a machine, without events.</summary>
    public Task<Machine> ShowAsync(string machineId, CancellationToken cancellationToken) => _connection.SendAsync(
        new ApiRequest
        {
            Method = Method.Get,
            Path = $"{Path}/{machineId}",
            Repeatability = Repeatability.Always,
            NotFoundReason = PaperspaceErrorReason.MachineNotFound,
        },
        MachineJsonMap.Map.Names,
        reader =>
        {
            var machine = MachineJsonMap.Map.Read(reader, _json).ToMachine(_json, _connection.Now);
            ResponseIdentity.Require(machineId, machine.Id);
            return machine;
        },
        cancellationToken);

    /// <summary>Reads a page of events, newest first.</summary>
    /// <param name="machineId">The machine; null for those of all machines.</param>
    /// <param name="request">Which page.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<CursorPage<MachineEvent>> ListEventsAsync(string? machineId, CursorPageRequest request, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string>[] filter = machineId is null ? [] : [new("machineId", machineId)];
        return EventPages.ReadAsync(
            _connection,
            _json,
            EventPath,
            filter.Prepend(new("orderBy", "dtCreated")),
            request,
            PaperspaceErrorReason.MachineNotFound,
            cancellationToken);
    }

    /// <summary>Reads an event.</summary>
    public Task<MachineEvent> ShowEventAsync(string eventId, CancellationToken cancellationToken) => _connection.SendAsync(
        ApiRequest.Get($"{EventPath}/{Uri.EscapeDataString(eventId)}"),
        MachineEventJsonMap.Map.Names,
        reader =>
        {
            var read = MachineEventJsonMap.Map.Read(reader, _json);
            ResponseIdentity.Require(eventId, read.Handle);
            return read;
        },
        cancellationToken);

    /// <summary>Reads a page of those who have access to a machine.</summary>
    public async Task<CursorPage<MachineAccess>> ListAccessAsync(
        string machineId,
        CursorPageRequest request,
        CancellationToken cancellationToken)
    {
        var page = await AccessorPages
            .ReadAsync(
                _connection,
                _json,
                $"{Path}/{machineId}/accessors",
                [],
                request,
                PaperspaceErrorReason.MachineNotFound,
                cancellationToken)
            .ConfigureAwait(false);
        return Convert(page, accessor => accessor.ToAccess(machineId));
    }

    /// <summary>Creates a machine.</summary>
    public Task<MachineResponse> CreateAsync(
        IReadOnlyList<KeyValuePair<string, object?>> fields,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken) =>
        SendAsync(
            null,
            Method.Post,
            Path,
            JsonText.Object(fields),
            Repeatability.IfUnhandled,
            parameters,
            PaperspaceErrorReason.NotFound,
            cancellationToken);

    /// <summary>Updates a machine.</summary>
    public Task<MachineResponse> UpdateAsync(
        string machineId,
        IReadOnlyList<KeyValuePair<string, object?>> fields,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken) => SendAsync(
        machineId,
        Method.Put,
        $"{Path}/{machineId}",
        JsonText.Object(fields),
        Repeatability.Always,
        parameters,
        PaperspaceErrorReason.MachineNotFound,
        cancellationToken);

    /// <summary>Starts, stops or restarts a machine.</summary>
    public Task<MachineResponse> ActAsync(
        string machineId,
        string action,
        Repeatability repeatability,
        CancellationToken cancellationToken) =>
        // An empty body with the content type of JSON is an error.
        SendAsync(
            machineId,
            Method.Patch,
            $"{Path}/{machineId}/{action}",
            "{}",
            repeatability,
            null,
            PaperspaceErrorReason.MachineNotFound,
            cancellationToken);

    /// <summary>Deletes a machine.</summary>
    public Task<MachineResponse> DeleteAsync(string machineId, CancellationToken cancellationToken) => SendAsync(
        machineId,
        Method.Delete,
        $"{Path}/{machineId}",
        null,
        Repeatability.IfUnhandled,
        null,
        PaperspaceErrorReason.MachineNotFound,
        cancellationToken);

    /// <summary>Grants access to a machine.</summary>
    public Task GrantAccessAsync(string machineId, string userId, CancellationToken cancellationToken) => _connection.SendAsync(
        new ApiRequest
        {
            Method = Method.Post,
            Path = $"{Path}/{machineId}/accessors",
            Body = JsonText.Object([new("userId", userId)]),
            Repeatability = Repeatability.Always,
            Parameters = new Dictionary<string, string> { ["userId"] = "UserId" },
            NotFoundReason = PaperspaceErrorReason.MachineNotFound,
        },
        cancellationToken);

    /// <summary>Revokes access to a machine.</summary>
    public Task RevokeAccessAsync(string machineId, string userId, CancellationToken cancellationToken) => _connection.SendAsync(
        new ApiRequest
        {
            Method = Method.Delete,
            Path = $"{Path}/{machineId}/accessors/{userId}",
            Repeatability = Repeatability.IfUnhandled,
            NotFoundReason = PaperspaceErrorReason.NotFound,
        },
        cancellationToken);

    /// <summary>Reads the ways to see a machine's desktop.</summary>
    public async Task<IReadOnlyList<MachineDesktop>> GetDesktopsAsync(string machineId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Method = Method.Get,
            Path = $"{Path}/{machineId}/desktop",
            Repeatability = Repeatability.Always,
            NotFoundReason = PaperspaceErrorReason.MachineNotFound,
        };
        var desktops = await _connection
            .SendAsync(request, DesktopJson.Map.Names, reader => DesktopJson.Map.Read(reader, _json), cancellationToken)
            .ConfigureAwait(false);
        return desktops.ToDesktops(machineId);
    }

    /// <summary>Reads whether a machine type can be had in a region.</summary>
    public Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            ApiRequest.Get("machine-availability", QueryValue.Field("machineType", machineType), QueryValue.Field("region", region)),
            AvailabilityJsonMap.Map.Names,
            reader => AvailabilityJsonMap.Map.Read(reader, _json),
            cancellationToken);

    private static CursorPage<T> Convert<TJson, T>(CursorPage<TJson> page, Func<TJson, T> convert) =>
        new() { HasMore = page.HasMore, NextPage = page.NextPage, Items = page.Items!.ConvertAll(item => convert(item)) };

    private async Task<MachineResponse> SendAsync(
        string? machineId,
        Method method,
        string path,
        string? body,
        Repeatability repeatability,
        IReadOnlyDictionary<string, string>? parameters,
        PaperspaceErrorReason notFoundReason,
        CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Method = method,
            Path = path,
            Body = body,
            Repeatability = repeatability,
            Parameters = parameters ?? new Dictionary<string, string>(),
            NotFoundReason = notFoundReason,
        };
        var response = await Actions.SendAsync(_connection, _json, request, Require, cancellationToken).ConfigureAwait(false);
        return new MachineResponse(response.Data!.ToMachine(_json, _connection.Now), response.EventIds);

        void Require(MachineJson machine)
        {
            if (machineId is not null) ResponseIdentity.Require(machineId, machine.Machine.Id);
        }
    }
}

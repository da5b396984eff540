using Newtonsoft.Json;
using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Paging;
using Paperspace.Client.V1.Machines;
using RestSharp;

namespace Paperspace.Client.V1.SharedDrives;

/// <summary>Reaches shared drives through the V1 API.</summary>
internal sealed class V1SharedDriveClient : ISharedDriveClient
{
    private const string Path = "shared-drives";

    private static readonly V1Pages<SharedDrive> Pages = new(SharedDriveJsonMap.Map);

    private static readonly OptionMap<SharedDriveCreateOptions> CreateOptions = new OptionMap<SharedDriveCreateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.Size, "size")
        .Map(it => it.Region, "region", MachineOptionMaps.ToRegion)
        .Map(it => it.NetworkId, "networkId");

    private readonly ApiConnection _connection;
    private readonly JsonContext _json = new();

    /// <summary>Creates a client.</summary>
    public V1SharedDriveClient(ApiConnection connection)
    {
        _connection = connection;
    }

    /// <inheritdoc/>
    public IPager<SharedDrive> List() => new FilteringPager<SharedDrive>(
        new CursorPager<SharedDrive>(
            (cursor, size, token) => Pages.ReadAsync(
                _connection, _json, Path, [new("orderBy", "name")], cursor, size, PaperspaceErrorReason.NotFound, token),
            drive => drive.Id,
            V1Lists.PageSize),
        drive => drive.DtDeleted is null,
        null,
        0);

    /// <inheritdoc/>
    public async Task<SharedDrive> GetAsync(string driveId, CancellationToken cancellationToken) =>
        await SendAsync(ApiRequest.Get(GetPath(driveId)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<SharedDrive> CreateAsync(SharedDriveCreateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return await SendAsync(
            new ApiRequest
            {
                Method = Method.Post,
                Path = Path,
                Body = JsonText.Object(CreateOptions.ToFields(options)),
                Repeatability = Repeatability.IfUnhandled,
                Parameters = CreateOptions.GetParameters(options),
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<SharedDrive> RenameAsync(string driveId, string name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name)) throw PaperspaceException.InvalidRequest("name is empty.", nameof(name));
        return await SendAsync(
            new ApiRequest
            {
                Method = Method.Put,
                Path = GetPath(driveId),
                Body = JsonText.Object([new("name", name)]),
                Repeatability = Repeatability.Always,
                Parameters = new Dictionary<string, string> { ["name"] = "Name" },
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string driveId, CancellationToken cancellationToken) => await _connection.SendAsync(
        new ApiRequest { Method = Method.Delete, Path = GetPath(driveId), Repeatability = Repeatability.IfUnhandled },
        cancellationToken).ConfigureAwait(false);

    private static string GetPath(string driveId) => $"{Path}/{ResourceId.Require(driveId, nameof(driveId))}";

    private Task<SharedDrive> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, SharedDriveJsonMap.Map.Names, Read, cancellationToken);

    private SharedDrive Read(JsonReader reader)
    {
        var drive = SharedDriveJsonMap.Map.Read(reader, _json);
        return drive.Id.Length == 0 ? throw new JsonReaderException("a shared drive without an id came.") : drive;
    }
}

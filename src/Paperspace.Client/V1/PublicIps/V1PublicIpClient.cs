using Newtonsoft.Json;
using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Paging;
using Paperspace.Client.V1.Machines;
using RestSharp;

namespace Paperspace.Client.V1.PublicIps;

/// <summary>Reaches static public addresses through the V1 API.</summary>
internal sealed class V1PublicIpClient : IPublicIpClient
{
    private const string Path = "public-ips";
    private const string MachineId = "machineId";

    private static readonly V1Pages<PublicIp> Pages = new(PublicIpJsonMap.Map);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json = new();

    /// <summary>Creates a client.</summary>
    public V1PublicIpClient(ApiConnection connection)
    {
        _connection = connection;
    }

    /// <inheritdoc/>
    public IPager<PublicIp> List(string? region = null)
    {
        var query = new List<KeyValuePair<string, string>> { new("orderBy", "dtCreated") };
        if (region is not null) query.Add(QueryValue.Field("region", MachineOptionMaps.ToRegion(region)!));
        return new CursorPager<PublicIp>(
            (cursor, size, token) => Pages.ReadAsync(_connection, _json, Path, query, cursor, size, PaperspaceErrorReason.NotFound, token),
            publicIp => publicIp.Ip,
            V1Lists.PageSize);
    }

    /// <inheritdoc/>
    public async Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(region)) throw PaperspaceException.InvalidRequest("region is empty.", nameof(region));
        return await SendAsync(
            new ApiRequest
            {
                Method = Method.Post,
                Path = Path,
                Body = JsonText.Object([new("region", MachineOptionMaps.ToRegion(region)!)]),
                Repeatability = Repeatability.IfUnhandled,
                Parameters = new Dictionary<string, string> { ["region"] = "Region" },
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken) =>
        await AssignToAsync(ip, ResourceId.Require(machineId, nameof(machineId)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken) =>
        await AssignToAsync(ip, null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task ReleaseAsync(string ip, CancellationToken cancellationToken) => await _connection.SendAsync(
        new ApiRequest { Method = Method.Delete, Path = GetPath(ip), Repeatability = Repeatability.IfUnhandled },
        cancellationToken).ConfigureAwait(false);

    private static string GetPath(string ip) => $"{Path}/{Uri.EscapeDataString(IpAddressText.Require(ip, nameof(ip)))}";

    /// <summary>Tells which machine has the address; being told twice, the API does the same.</summary>
    private Task<PublicIp> AssignToAsync(string ip, string? machineId, CancellationToken cancellationToken) => SendAsync(
        new ApiRequest
        {
            Method = Method.Put,
            Path = GetPath(ip),
            Body = JsonText.Object([new(MachineId, machineId)]),
            Repeatability = Repeatability.Always,
            Parameters = new Dictionary<string, string> { [MachineId] = "Machine" },
        },
        cancellationToken);

    private Task<PublicIp> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, PublicIpJsonMap.Map.Names, Read, cancellationToken);

    private PublicIp Read(JsonReader reader)
    {
        var publicIp = PublicIpJsonMap.Map.Read(reader, _json);
        return publicIp.Ip.Length == 0 ? throw new JsonReaderException("a public address without an address came.") : publicIp;
    }
}

using System.Collections.ObjectModel;

namespace Paperspace.Client;

/// <summary>Implements the client for static public IP addresses of the V1 API.</summary>
internal sealed class V1PublicIpClient : IPublicIpClient
{
    private static readonly IReadOnlyDictionary<string, string> ClaimParameters = new ReadOnlyDictionary<string, string>(
        new Dictionary<string, string> { ["region"] = "Region" });

    private static readonly IReadOnlyDictionary<string, string> AssignParameters = new ReadOnlyDictionary<string, string>(
        new Dictionary<string, string> { ["machineId"] = "Machine" });

    private readonly V1Resources<PublicIp> _publicIps;

    public V1PublicIpClient(ApiConnection connection)
    {
        _publicIps = new V1Resources<PublicIp>(connection, V1PublicIpJsonMap.Map, publicIp => publicIp.Ip, "public-ips");
    }

    public IPager<PublicIp> List() => _publicIps.List();

    public async Task<PublicIp> GetAsync(string ip, CancellationToken cancellationToken)
    {
        var address = IpAddressText.Require(ip, nameof(ip));
        using var pager = List();
        while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            if (page.FirstOrDefault(publicIp => string.Equals(publicIp.Ip, address, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        throw new PaperspaceException(
            PaperspaceErrorReason.ResourceNotFound, $"The account does not have the public IP address {address}.");
    }

    public void Require(ResourceAction action)
    {
    }

    public Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(region)
        ? throw PaperspaceException.InvalidRequest("Region is empty. Specify a value.", "Region")
        : _publicIps.CreateAsync([new("region", V1RegionNames.ToRequest(region))], ClaimParameters, cancellationToken);

    public Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken) =>
        UpdateAsync(ip, ResourceId.Require(machineId, nameof(machineId)), cancellationToken);

    public Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken) => UpdateAsync(ip, null, cancellationToken);

    public Task ReleaseAsync(string ip, CancellationToken cancellationToken) =>
        _publicIps.DeleteAsync(IpAddressText.Require(ip, nameof(ip)), cancellationToken);

    private Task<PublicIp> UpdateAsync(string ip, string? machineId, CancellationToken cancellationToken) =>
        _publicIps.UpdateAsync(IpAddressText.Require(ip, nameof(ip)), [new("machineId", machineId)], AssignParameters, cancellationToken);
}

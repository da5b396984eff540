namespace Paperspace.Client;

/// <summary>Tells that the Core API has no public addresses by themselves.</summary>
internal sealed class CorePublicIpClient : IPublicIpClient
{
    private static PaperspaceException NotSupported =>
        PaperspaceException.NotSupported(
            $"The {CoreProtocol.ApiName} API has no public addresses by themselves: a machine is given one with AssignPublicIp, and it is "
                + "released with the machine by ReleasePublicIp.");

    public IPager<PublicIp> List() => throw NotSupported;

    public Task<PublicIp> GetAsync(string ip, CancellationToken cancellationToken) => throw NotSupported;

    public void Require(ResourceAction action) => throw NotSupported;

    public Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken) => throw NotSupported;

    public Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken) => throw NotSupported;

    public Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken) => throw NotSupported;

    public Task ReleaseAsync(string ip, CancellationToken cancellationToken) => throw NotSupported;
}

namespace Paperspace.Client;

/// <summary>Tells that the Core API has no public addresses by themselves.</summary>
internal sealed class CorePublicIpClient : IPublicIpClient
{
    private static PaperspaceException NotSupported =>
        PaperspaceException.NotSupported(
            $"The {CoreProtocol.ApiName} API cannot manage public addresses. Assign one with Set-PsMachine -AssignPublicIp $true, and release "
                + "it with Remove-PsMachine -ReleasePublicIp.");

    public IPager<PublicIp> List() => throw NotSupported;

    public Task<PublicIp> GetAsync(string ip, CancellationToken cancellationToken) => throw NotSupported;

    public void Require(ResourceAction action) => throw NotSupported;

    public Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken) => throw NotSupported;

    public Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken) => throw NotSupported;

    public Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken) => throw NotSupported;

    public Task ReleaseAsync(string ip, CancellationToken cancellationToken) => throw NotSupported;
}

namespace Paperspace.Client.Core.PublicIps;

/// <summary>Tells that the Core API has no public addresses by themselves.</summary>
internal sealed class CorePublicIpClient : IPublicIpClient
{
    private static PaperspaceException NotSupported => PaperspaceException.NotSupported(
        $"The {CoreProtocol.ApiName} API has no public addresses by themselves: a machine has one with AssignPublicIp, and releases it when it is removed with ReleasePublicIp.");

    /// <inheritdoc/>
    public IPager<PublicIp> List(string? region = null) => throw NotSupported;

    /// <inheritdoc/>
    public Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken) => Task.FromException<PublicIp>(NotSupported);

    /// <inheritdoc/>
    public Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken) => Task.FromException<PublicIp>(NotSupported);

    /// <inheritdoc/>
    public Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken) => Task.FromException<PublicIp>(NotSupported);

    /// <inheritdoc/>
    public Task ReleaseAsync(string ip, CancellationToken cancellationToken) => Task.FromException(NotSupported);
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on networks.</summary>
public abstract class NetworkActionCmdlet : ResourceActionCmdlet<Network, NetworkIdentity>
{
    /// <summary>Gets or sets the networks: names, with wildcards, ids, networks, or anything with a NetworkId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkId", "InputObject")]
    [NetworkIdentityTransformation]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public NetworkIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<NetworkIdentity> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceKind<Network, NetworkIdentity>? Kind => NetworkKind.Instance;

    /// <inheritdoc/>
    protected override Task<Network> ReadAsync(IPaperspaceClient client, NetworkIdentity target, CancellationToken cancellationToken) =>
        client.Networks.GetAsync(target.Id, cancellationToken);
}

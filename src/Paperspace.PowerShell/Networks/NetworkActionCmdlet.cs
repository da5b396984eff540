using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on networks.</summary>
public abstract class NetworkActionCmdlet : ResourceActionCmdlet<Network>
{
    /// <summary>Gets or sets the networks: names, with wildcards, ids, networks, or anything with a NetworkId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkId", "InputObject")]
    [Resource(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Network>> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Network> Descriptor => NetworkDescriptor.Instance;
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on networks.</summary>
public abstract class NetworkActionCmdlet : ResourceActionCmdlet<Network>
{
    private protected const string NetworkSet = "Network";
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the networks: ids, names, names with wildcards, or networks.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetworkSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>[] Network { get; set; } = [];

    /// <summary>Gets or sets the ids of networks.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkId")]
    [Resource(typeof(NetworkDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Network>> Targets => ParameterSetName == IdSet ? Id : Network;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Network> Descriptor => NetworkDescriptor.Instance;
}

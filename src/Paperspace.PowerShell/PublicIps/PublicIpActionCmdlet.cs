using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on public addresses.</summary>
public abstract class PublicIpActionCmdlet : ResourceActionCmdlet<PublicIp>
{
    /// <summary>Gets or sets the addresses, with wildcards, public IPs, or anything with an Ip property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(PublicIpDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<PublicIp, PublicIpDescriptor>))]
    public ResourceIdentity<PublicIp>[] Ip { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<PublicIp>> Targets => Ip;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<PublicIp> Descriptor => PublicIpDescriptor.Instance;
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on public addresses.</summary>
public abstract class PublicIpActionCmdlet : ResourceActionCmdlet<PublicIp, PublicIpIdentity>
{
    /// <summary>Gets or sets the addresses, with wildcards, public IPs, or anything with an Ip property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InputObject")]
    [PublicIpIdentityTransformation]
    [ArgumentCompleter(typeof(PublicIpCompleter))]
    public PublicIpIdentity[] Ip { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<PublicIpIdentity> Targets => Ip;

    /// <inheritdoc/>
    private protected override ResourceKind<PublicIp, PublicIpIdentity>? Kind => PublicIpKind.Instance;

    /// <inheritdoc/>
    protected override Task<PublicIp> ReadAsync(IPaperspaceClient client, PublicIpIdentity target, CancellationToken cancellationToken) =>
        client.PublicIps.GetAsync(target.Id, cancellationToken);
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Deletes private networks that no machine is on.</summary>
[Cmdlet(VerbsCommon.Remove, "PsNetwork", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Network))]
public sealed class RemovePsNetworkCommand : NetworkActionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Delete network";

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Networks.Require(ResourceAction.Delete);

    /// <inheritdoc/>
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, NetworkIdentity target, CancellationToken cancellationToken)
    {
        await client.Networks.DeleteAsync(target.Id, cancellationToken).ConfigureAwait(false);
        return null;
    }
}

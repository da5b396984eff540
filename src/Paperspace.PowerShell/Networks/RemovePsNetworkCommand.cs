using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Deletes private networks that no machine is on.</summary>
[Cmdlet(VerbsCommon.Remove, "PsNetwork", DefaultParameterSetName = NetworkSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
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
    private protected override ResourceRequest CreateRequest() =>
        WithoutOperation((client, id, token) => client.Networks.DeleteAsync(id, token));
}

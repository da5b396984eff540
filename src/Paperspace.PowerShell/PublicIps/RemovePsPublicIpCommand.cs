using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Releases public addresses: they cost no more, and the account has them no more.</summary>
[Cmdlet(VerbsCommon.Remove, "PsPublicIp", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PublicIp))]
public sealed class RemovePsPublicIpCommand : PublicIpActionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Release public IP (the account cannot get the same address again)";

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.PublicIps.Require(ResourceAction.Delete);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() =>
        WithoutOperation((client, id, token) => client.PublicIps.ReleaseAsync(id, token));
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Deletes shared drives with what is on them.</summary>
[Cmdlet(VerbsCommon.Remove, "PsSharedDrive", DefaultParameterSetName = SharedDriveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SharedDrive))]
public sealed class RemovePsSharedDriveCommand : SharedDriveActionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Delete shared drive with what is on it";

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.SharedDrives.Require(ResourceAction.Delete);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() =>
        WithoutOperation((client, id, token) => client.SharedDrives.DeleteAsync(id, token));
}

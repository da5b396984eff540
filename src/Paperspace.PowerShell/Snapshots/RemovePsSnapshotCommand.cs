using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Deletes snapshots.</summary>
[Cmdlet(VerbsCommon.Remove, "PsSnapshot", DefaultParameterSetName = SnapshotSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Snapshot))]
public sealed class RemovePsSnapshotCommand : SnapshotTransitionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Delete snapshot";

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Snapshots.Require(ResourceAction.Delete);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => (client, id, token) =>
        SendDatedAsync(client, id, Waits && PassThru, () => client.Snapshots.DeleteAsync(id, token), token);

    /// <inheritdoc/>
    protected override void CompleteWait(Snapshot? resource)
    {
        if (PassThru) base.CompleteWait(resource);
    }
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Overwrites the disks of machines with snapshots of them.</summary>
[Cmdlet(VerbsData.Restore, "PsSnapshot", DefaultParameterSetName = SnapshotSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Snapshot))]
public sealed class RestorePsSnapshotCommand : SnapshotTransitionCmdlet
{
    /// <summary>Takes a snapshot of the disk first, as it is.</summary>
    [Parameter]
    public SwitchParameter SnapshotFirst { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => SnapshotFirst
        ? "Take a snapshot of the machine's disk, then overwrite the disk"
        : "Overwrite the machine's disk; later changes are lost (-SnapshotFirst takes a snapshot first)";

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Snapshots.Require(ResourceAction.Restore);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => (client, id, token) =>
        SendDatedAsync(client, id, Waits, () => client.Snapshots.RestoreAsync(id, SnapshotFirst, token), token);
}

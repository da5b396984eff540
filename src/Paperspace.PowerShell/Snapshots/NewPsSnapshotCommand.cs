using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Takes snapshots of the disks of machines.</summary>
[Cmdlet(VerbsCommon.New, "PsSnapshot", DefaultParameterSetName = MachineSet, SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class NewPsSnapshotCommand : MachineImageCmdlet
{
    /// <inheritdoc/>
    private protected override string NameMissingText =>
        "A snapshot needs a name of its own: -Name before-upgrade, or -Name { \"before-$($_.Name)\" } to make one of each machine.";

    /// <inheritdoc/>
    private protected override string ActionText => $"Take snapshot '{Name}' of machine";

    /// <inheritdoc/>
    private protected override void Require(IPaperspaceClient client) => client.Snapshots.Require(ResourceAction.Create);

    /// <inheritdoc/>
    private protected override void Validate(string machineId) =>
        new SnapshotCreateOptions { MachineId = machineId, Name = Name }.Validate();

    /// <inheritdoc/>
    private protected override Task<Operation> CreateAsync(
        IPaperspaceClient client, string machineId, string name, CancellationToken cancellationToken) =>
        client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = machineId, Name = name }, cancellationToken);

    /// <inheritdoc/>
    private protected override ResourceIdentity Identify(Operation operation) =>
        SnapshotDescriptor.Instance.Identify((Snapshot)operation.Resource!);
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Takes snapshots of the disks of machines.</summary>
[Cmdlet(VerbsCommon.New, "PsSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class NewPsSnapshotCommand : MachineImageCmdlet
{
    /// <inheritdoc/>
    private protected override string NameMissingText =>
        "A snapshot needs a name of its own: -Name before-upgrade, or -Name { \"before-$($_.Name)\" } to make one of each machine.";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Snapshots.Require(ResourceAction.Create);
        foreach (var machine in Machine)
        {
            var options = new SnapshotCreateOptions { MachineId = machine.Id, Name = Name };
            if (!TryValidate(machine, options.Validate)) continue;
            var action = $"Take snapshot '{Name}' of machine";
            if (!ShouldProcess(machine.ToString(), action)) continue;
            await SubmitChangeAsync(
                action,
                (client, change, token) => change.SendAsync(
                    client.Now, () => client.Snapshots.CreateAsync(options, token), taken => taken.ResourceId),
                machine.Target,
                $"{Name} of machine {machine}",
                (operation, change) => Complete(
                    operation, taken => SnapshotDescriptor.Instance.Identify((Snapshot)taken.Resource!), change),
                cancellationToken);
        }
    }
}

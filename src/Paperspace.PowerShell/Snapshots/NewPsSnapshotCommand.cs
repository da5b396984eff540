using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Takes snapshots of the disks of machines.</summary>
[Cmdlet(VerbsCommon.New, "PsSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class NewPsSnapshotCommand : ResourceCreationCmdlet
{
    /// <summary>The machines, which may run: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[] Machine { get; set; } = [];

    /// <summary>The name of the snapshot, or a script block that makes one of each machine.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Snapshots.Require(ResourceAction.Create);
        foreach (var machine in Machine)
        {
            var options = new SnapshotCreateOptions { MachineId = machine.Id, Name = Name };
            if (!TryValidate(options, machine)) continue;
            var action = $"Take snapshot '{Name}' of machine";
            if (!ShouldProcess(machine.ToString(), action)) continue;
            await SubmitChangeAsync(
                action,
                (client, change, token) => change.SendAsync(
                    client.Now, () => client.Snapshots.CreateAsync(options, token), taken => taken.ResourceId),
                machine.Target,
                $"{Name} of machine {machine}",
                (operation, change) => Complete(operation, taken => new SnapshotIdentity((Snapshot)taken.Resource!), change),
                cancellationToken);
        }
    }

    private bool TryValidate(SnapshotCreateOptions options, MachineIdentity machine)
    {
        try
        {
            // The name of a machine that comes down the pipeline is its own.
            if (!IsGiven(nameof(Name)) && !machine.IsRow)
                throw PaperspaceException.InvalidRequest(
                    "A snapshot needs a name of its own: -Name before-upgrade, or -Name { \"before-$($_.Name)\" } to make one of each machine.",
                    nameof(Name));
            options.Validate();
            return true;
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, machine.Target);
            return false;
        }
    }
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Destroys machines with their disks and snapshots (operation destroy).</summary>
[Cmdlet(VerbsCommon.Remove, "PsMachine", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Machine))]
public sealed class RemovePsMachineCommand : MachineTransitionCmdlet
{
    /// <summary>Releases the static public IP address of each machine too.</summary>
    [Parameter]
    public SwitchParameter ReleasePublicIp { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => ReleasePublicIp
        ? "Destroy machine with its disk and snapshots, and release its public IP address"
        : "Destroy machine with its disk and snapshots";

    /// <summary>Afterwards there is nothing left to read.</summary>
    protected override bool ReadsBefore => Wait || PassThru;

    /// <inheritdoc/>
    protected override Task SendAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken) =>
        client.DestroyMachineAsync(machineId, IsBound(nameof(ReleasePublicIp)) ? ReleasePublicIp.IsPresent : null, cancellationToken);

    /// <inheritdoc/>
    protected override MachineExpectation Expect(string machineId, MachineBaseline baseline) => MachineExpectation.Gone(machineId, baseline);

    /// <inheritdoc/>
    protected override void Arrived(Machine? machine)
    {
        if (PassThru) base.Arrived(machine);
    }
}

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
    protected override string ActionText =>
        ReleasePublicIp
            ? "Destroy machine with its disk and snapshots, and release its public IP address"
            : "Destroy machine with its disk and snapshots; a static public IP address is kept and goes on costing (-ReleasePublicIp "
                + "releases it)";

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => async (client, id, token) =>
        await client.Machines
            .DeleteAsync(id, IsBound(nameof(ReleasePublicIp)) ? ReleasePublicIp.IsPresent : null, WaitUntil, token)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    protected override void CompleteWait(Machine? machine)
    {
        if (PassThru) base.CompleteWait(machine);
    }
}

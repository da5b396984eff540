using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Destroys machines with their disks and snapshots (operation destroy).</summary>
[Cmdlet(VerbsCommon.Remove, "PsMachine", DefaultParameterSetName = MachineSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Machine))]
public sealed class RemovePsMachineCommand : MachineTransitionCmdlet
{
    /// <summary>Releases the static public IP address of each machine too.</summary>
    [Parameter]
    public SwitchParameter ReleasePublicIp { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => "Delete machine, disk and snapshots";

    /// <inheritdoc/>
    protected override string DescribeAction(Machine? resource) => resource switch
    {
        { PublicIpAddress: { Length: > 0 } address } when IsStatic(resource) => ReleasePublicIp
            ? $"{ActionText}, and release its static IP {address}"
            : $"{ActionText}; its static IP {address} is kept and still billed (-ReleasePublicIp releases it)",
        null when !ReleasePublicIp => $"{ActionText}; a static IP is kept and still billed (-ReleasePublicIp releases it)",
        null => $"{ActionText}, and release its static IP",
        _ => ActionText,
    };

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

    private static bool IsStatic(Machine machine) => machine.PublicIpType is { } type
        ? type.EqualsIgnoreCase(PublicIpTypes.Static)
        : machine.DynamicPublicIp != true;
}

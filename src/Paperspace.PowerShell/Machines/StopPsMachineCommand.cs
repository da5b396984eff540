using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Stops machines (operation stop); those that are off stay as they are.</summary>
[Cmdlet(VerbsLifecycle.Stop, "PsMachine", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Machine))]
public sealed class StopPsMachineCommand : MachineTransitionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Stop machine";

    /// <inheritdoc/>
    private protected override ResourceRequest<MachineIdentity> CreateRequest() => async (client, target, token) =>
        await client.Machines.StopAsync(target.Id, WaitUntil, token).ConfigureAwait(false);
}

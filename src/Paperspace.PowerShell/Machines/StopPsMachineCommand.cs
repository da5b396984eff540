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
    private protected override ResourceRequest CreateRequest() => async (client, id, token) =>
        await client.Machines.StopAsync(id, WaitUntil, token).ConfigureAwait(false);
}

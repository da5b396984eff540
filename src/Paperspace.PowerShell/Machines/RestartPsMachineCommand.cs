using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Restarts machines (operation restart).</summary>
[Cmdlet(VerbsLifecycle.Restart, "PsMachine", DefaultParameterSetName = MachineSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Machine))]
public sealed class RestartPsMachineCommand : MachineTransitionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Restart machine";

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => async (client, id, token) =>
        await client.Machines.RestartAsync(id, WaitUntil, token).ConfigureAwait(false);
}

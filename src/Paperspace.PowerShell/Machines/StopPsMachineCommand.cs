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
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken) =>
        await client.Machines.StopAsync(target.Id, WaitUntil, cancellationToken).ConfigureAwait(false);
}

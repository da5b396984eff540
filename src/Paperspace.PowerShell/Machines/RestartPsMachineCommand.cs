using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Restarts machines (operation restart).</summary>
[Cmdlet(VerbsLifecycle.Restart, "PsMachine", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Machine))]
public sealed class RestartPsMachineCommand : MachineTransitionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Restart machine";

    /// <inheritdoc/>
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken) =>
        await client.Machines.RestartAsync(target.Id, WaitUntil, cancellationToken).ConfigureAwait(false);
}

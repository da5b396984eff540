using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Starts machines (operation start); those that run stay as they are.</summary>
[Cmdlet(VerbsLifecycle.Start, "PsMachine", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Machine))]
public sealed class StartPsMachineCommand : MachineTransitionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Start machine";

    /// <inheritdoc/>
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken) =>
        await client.Machines.StartAsync(target.Id, WaitUntil, cancellationToken).ConfigureAwait(false);
}

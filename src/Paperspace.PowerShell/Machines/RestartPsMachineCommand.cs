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
    protected override Task SendAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken) =>
        client.RestartMachineAsync(machineId, cancellationToken);

    /// <inheritdoc/>
    protected override MachineExpectation Expect(string machineId, MachineBaseline baseline) =>
        MachineExpectation.AfterAction(machineId, MachineEventNames.Restart, MachineStates.Ready, baseline);
}

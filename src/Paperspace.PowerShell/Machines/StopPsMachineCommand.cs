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
    protected override Task SendAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken) =>
        client.StopMachineAsync(machineId, cancellationToken);

    /// <inheritdoc/>
    protected override MachineExpectation Expect(string machineId, MachineBaseline baseline) =>
        MachineExpectation.AfterAction(machineId, MachineEventNames.Stop, MachineStates.Off, baseline);
}

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
    protected override Task SendAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken) =>
        client.StartMachineAsync(machineId, cancellationToken);

    /// <inheritdoc/>
    protected override MachineExpectation Expect(string machineId, MachineBaseline baseline) =>
        MachineExpectation.AfterAction(machineId, MachineEventNames.Start, MachineStates.Ready, baseline);
}

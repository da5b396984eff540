using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Stops machines (operation stop); those that are off stay as they are.</summary>
[Cmdlet(VerbsLifecycle.Stop, "PsMachine", DefaultParameterSetName = MachineSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Machine))]
public sealed class StopPsMachineCommand : MachineTransitionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Stop machine";

    /// <inheritdoc/>
    protected override string DescribeAction(Machine? resource) => resource?.State.EqualsIgnoreCase(MachineStates.Off) == true
        ? $"{ActionText} (nothing to do: it is off)"
        : ActionText;

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => async (client, id, token) =>
        await client.Machines.StopAsync(id, WaitUntil, token).ConfigureAwait(false);
}

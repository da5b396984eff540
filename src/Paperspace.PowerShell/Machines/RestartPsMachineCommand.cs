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
    protected override string DescribeAction(Machine? resource) => resource?.State.EqualsIgnoreCase(MachineStates.Off) == true
        ? $"{ActionText} (not possible: it is off)"
        : ActionText;

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => async (client, id, token) =>
        await client.Machines.RestartAsync(id, WaitUntil, token).ConfigureAwait(false);
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Grants a user access to machines (operation setAccessForUser).</summary>
[Cmdlet(VerbsSecurity.Grant, "PsMachineAccess", DefaultParameterSetName = MachineAndUser, SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class GrantPsMachineAccessCommand : MachineAccessCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => $"Grant access to user {UserText}";

    /// <inheritdoc/>
    private protected override Task ChangeAccessAsync(
        IPaperspaceClient client,
        string machineId,
        string userId,
        CancellationToken cancellationToken) => client.Machines.GrantAccessAsync(machineId, userId, cancellationToken);
}

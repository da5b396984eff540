using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Takes a user's access to machines away (operation setAccessForUser).</summary>
[Cmdlet(VerbsSecurity.Revoke, "PsMachineAccess", DefaultParameterSetName = MachineAndUser, SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class RevokePsMachineAccessCommand : MachineAccessCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => $"Revoke the access of user {UserText}";

    /// <inheritdoc/>
    private protected override Task ChangeAccessAsync(
        IPaperspaceClient client,
        string machineId,
        string userId,
        CancellationToken cancellationToken) => client.Machines.RevokeAccessAsync(machineId, userId, cancellationToken);
}

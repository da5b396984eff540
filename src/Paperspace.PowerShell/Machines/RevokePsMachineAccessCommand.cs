using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Takes a user's access to machines away (operation setAccessForUser).</summary>
[Cmdlet(VerbsSecurity.Revoke, "PsMachineAccess", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class RevokePsMachineAccessCommand : MachineAccessCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => $"Revoke the access of user {UserId}";

    /// <inheritdoc/>
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken)
    {
        await client.Machines.RevokeAccessAsync(target.Id, UserId, cancellationToken).ConfigureAwait(false);
        return null;
    }
}

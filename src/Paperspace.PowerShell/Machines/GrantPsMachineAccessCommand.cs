using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Gives a user access to machines (operation setAccessForUser).</summary>
[Cmdlet(VerbsSecurity.Grant, "PsMachineAccess", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class GrantPsMachineAccessCommand : MachineAccessCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => $"Grant access to user {UserId}";

    /// <inheritdoc/>
    protected override async Task<ResourceOperation?> SendAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken)
    {
        await client.Machines.GrantAccessAsync(target.Id, UserId, cancellationToken).ConfigureAwait(false);
        return null;
    }
}

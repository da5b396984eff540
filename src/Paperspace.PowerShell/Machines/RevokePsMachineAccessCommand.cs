using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Takes a user's access to machines away (operation setAccessForUser).</summary>
[Cmdlet(VerbsSecurity.Revoke, "PsMachineAccess", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class RevokePsMachineAccessCommand : MachineAccessCmdlet
{
    /// <inheritdoc/>
    protected override bool EnableAccess => false;

    /// <inheritdoc/>
    protected override string ActionText => $"Revoke the access of user {UserId}";
}

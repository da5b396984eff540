using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Changes a user's access to machines.</summary>
public abstract class MachineAccessCmdlet : MachineActionCmdlet
{
    /// <summary>The id of the user.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string UserId { get; set; } = "";

    /// <summary>Whether the user is to have access.</summary>
    protected abstract bool EnableAccess { get; }

    /// <inheritdoc/>
    protected override Task SendAsync(IPaperspaceClient client, string machineId, CancellationToken cancellationToken) =>
        client.SetMachineAccessAsync(machineId, UserId, EnableAccess, cancellationToken);
}

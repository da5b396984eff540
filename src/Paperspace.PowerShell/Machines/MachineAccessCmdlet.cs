using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Changes a user's access to machines.</summary>
public abstract class MachineAccessCmdlet : MachineActionCmdlet
{
    /// <summary>The id of the user.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string UserId { get; set; } = "";
}

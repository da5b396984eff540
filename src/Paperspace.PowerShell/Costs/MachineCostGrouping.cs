namespace Paperspace.PowerShell;

/// <summary>Tells what costs are grouped by.</summary>
public enum MachineCostGrouping
{
    /// <summary>The machine.</summary>
    Machine,

    /// <summary>The machine's type.</summary>
    MachineType,

    /// <summary>The machine's region.</summary>
    Region,

    /// <summary>The machine's state when it was read.</summary>
    State,

    /// <summary>The month.</summary>
    Month,

    /// <summary>The user that the machine belongs to.</summary>
    User,

    /// <summary>The kind of the resource: machine, disk, static address, snapshot, custom template or shared drive.</summary>
    Kind,
}

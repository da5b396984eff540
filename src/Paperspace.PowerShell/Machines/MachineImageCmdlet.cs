using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that create resources from the disks of machines, each with a name of its own.</summary>
public abstract class MachineImageCmdlet : ResourceCreationCmdlet
{
    /// <summary>Gets or sets the machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Machine { get; set; } = [];

    /// <summary>Gets or sets the name of what is created, or a script block that makes one of each machine.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <summary>Gets the error text for a machine that came down the pipeline without a name for what is created from it.</summary>
    private protected abstract string NameMissingText { get; }

    /// <summary>Checks the name and the options for one machine, and writes what is wrong with them.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="validate">Checks the options.</param>
    /// <returns>Whether they are right.</returns>
    private protected bool TryValidate(ResourceIdentity<Machine> machine, Action validate)
    {
        try
        {
            // The name of a machine that comes down the pipeline is its own.
            if (!IsGiven(nameof(Name)) && !machine.IsRow) throw PaperspaceException.InvalidRequest(NameMissingText, nameof(Name));
            validate();
            return true;
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, machine.Target);
            return false;
        }
    }
}

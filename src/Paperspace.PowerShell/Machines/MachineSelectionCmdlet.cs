using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that read something of machines: of those that are given, or of all.</summary>
public abstract class MachineSelectionCmdlet : AccountCmdlet
{
    private protected const string MachineSet = "Machine";
    private protected const string IdSet = "Id";

    private protected MachineSelectionCmdlet()
    {
        Targets = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines. The default is all of the account.</summary>
    [Parameter(Position = 0, ParameterSetName = MachineSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Id { get; set; }

    /// <summary>Gets the machines that were given; null for all.</summary>
    private protected ResourceIdentity<Machine>[]? Given => ParameterSetName == IdSet ? Id : Machine;

    /// <summary>Gets the lookup of the machines.</summary>
    private protected ResourceTargets<Machine> Targets { get; }
}

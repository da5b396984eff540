using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that connect to the machines of the pipeline over SSH.</summary>
public abstract class MachineSshCmdlet : SshCmdlet
{
    private protected const string MachineSet = "Machine";
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MachineSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Machine { get; set; } = [];

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Finds the machines. One that cannot be found is an error of its own.</summary>
    private protected Task<IReadOnlyList<ResourceIdentity<Machine>>> FindMachinesAsync(CancellationToken cancellationToken) =>
        FindMachinesAsync(ParameterSetName == IdSet ? Id : Machine, cancellationToken);
}

using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that connect to the machines of the pipeline over SSH.</summary>
public abstract class MachineSshCmdlet : SshCmdlet
{
    /// <summary>Gets or sets the machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Finds the machines. One that cannot be found is an error of its own.</summary>
    private protected Task<IReadOnlyList<ResourceIdentity<Machine>>> FindMachinesAsync(CancellationToken cancellationToken) =>
        FindMachinesAsync(Id, cancellationToken);
}

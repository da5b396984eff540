using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets whose action on a machine takes time, with <c>-Wait</c>.</summary>
public abstract class MachineTransitionCmdlet : ResourceTransitionCmdlet<Machine>
{
    /// <summary>Gets or sets the machines: ids, machines, or anything with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Machine>> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Machine> Descriptor => MachineDescriptor.Instance;
}

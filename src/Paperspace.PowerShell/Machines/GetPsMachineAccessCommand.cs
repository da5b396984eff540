using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists who has access to machines.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineAccess")]
[OutputType(typeof(MachineAccess))]
public sealed class GetPsMachineAccessCommand : AccountCmdlet
{
    /// <summary>Gets or sets the machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var machine in Id)
            await SubmitListAsync(client => client.Machines.ListAccess(machine.Id), machine.Target, cancellationToken);
    }
}

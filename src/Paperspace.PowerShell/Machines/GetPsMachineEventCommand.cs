using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists what happened to machines, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineEvent")]
[OutputType(typeof(MachineEvent))]
public sealed class GetPsMachineEventCommand : AccountCmdlet
{
    /// <summary>Gets or sets the machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Gets or sets how many events of each machine at the most.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [Alias("Newest")]
    [ValidateRange(0, int.MaxValue)]
    public int Limit { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        int? limit = IsBound(nameof(Limit)) ? Limit : null;
        foreach (var machine in Id)
            await SubmitListAsync(client => client.Machines.ListEvents(machine.Id, limit), machine.Target, cancellationToken);
    }
}

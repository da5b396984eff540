using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads how much machines and their storage were used in months, and what that costs (operation utilization).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineUtilization", DefaultParameterSetName = MonthSet)]
[OutputType(typeof(MachineUtilization))]
public sealed class GetPsMachineUtilizationCommand : BillingMonthCmdlet
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
        var months = Months;
        foreach (var machine in Id)
            await SubmitAsync(
                (client, token) => client.Machines.GetUtilizationAsync(machine.Id, machine.Resource, months, token),
                machine.Target,
                read => WriteObject(read, enumerateCollection: true),
                cancellationToken);
    }
}

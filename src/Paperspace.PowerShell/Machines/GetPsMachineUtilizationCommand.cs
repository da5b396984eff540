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
                (client, token) => ReadAsync(client, machine, months, token),
                machine.Target,
                read => WriteObject(read, enumerateCollection: true),
                cancellationToken);
    }

    /// <summary>Reads the use with the machine's description, which names it and tells its list price.</summary>
    private static async Task<IReadOnlyList<MachineUtilization>> ReadAsync(
        IPaperspaceClient client, ResourceIdentity<Machine> machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken)
    {
        var read = await client.Machines.GetUtilizationAsync(machine.Id, machine.Resource, months, cancellationToken).ConfigureAwait(false);
        if (machine.Resource is null && read.Any(item => item.MachineName is null))
            try
            {
                var described = await client.Machines.GetAsync(machine.Id, cancellationToken).ConfigureAwait(false);
                foreach (var utilization in read) utilization.Describe(described);
            }
            catch (PaperspaceException)
            {
                // A deleted machine has figures, and no description any more.
            }

        foreach (var utilization in read) ListPrices.Fill(utilization);
        return read;
    }
}

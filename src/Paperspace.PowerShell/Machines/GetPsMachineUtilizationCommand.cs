using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads how much machines and their storage were used in a month (operation utilization).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineUtilization")]
[OutputType(typeof(MachineUtilization))]
public sealed class GetPsMachineUtilizationCommand : AccountCmdlet
{
    /// <summary>The machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[] Id { get; set; } = [];

    /// <summary>The months, as yyyy-MM or as dates in them. The current month without it.</summary>
    [Parameter(Position = 1)]
    [BillingMonthTransformation]
    [ArgumentCompleter(typeof(BillingMonthCompleter))]
    public BillingMonth[]? BillingMonth { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var months = BillingMonth ?? [new BillingMonth(Client.Now.UtcDateTime)];
        foreach (var machine in Id)
            foreach (var month in months)
                await SubmitAsync(
                    (client, token) => client.Machines.GetUtilizationAsync(machine.Id, month, token), machine.Target, read => Give(machine, read), cancellationToken);
    }

    private void Give(MachineIdentity machine, MachineUtilization utilization)
    {
        utilization.MachineName = machine.Name;
        WriteObject(utilization);
    }
}

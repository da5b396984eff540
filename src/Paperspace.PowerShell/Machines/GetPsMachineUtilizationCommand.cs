using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads how much machines and their storage were used in months, and what that costs (operation utilization).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineUtilization", DefaultParameterSetName = MonthSet)]
[OutputType(typeof(MachineUtilization))]
public sealed class GetPsMachineUtilizationCommand : AccountCmdlet
{
    private const string MonthSet = "Month";
    private const string RangeSet = "Range";

    private IReadOnlyList<BillingMonth>? _months;

    /// <summary>The machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[] Id { get; set; } = [];

    /// <summary>The months, as yyyy-MM or as dates in them. The current month without it.</summary>
    [Parameter(Position = 1, ParameterSetName = MonthSet)]
    [BillingMonthTransformation]
    [ArgumentCompleter(typeof(BillingMonthCompleter))]
    public BillingMonth[]? BillingMonth { get; set; }

    /// <summary>The first of the months, as yyyy-MM or as a date in it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RangeSet)]
    [BillingMonthTransformation(IsSingle = true)]
    [ArgumentCompleter(typeof(BillingMonthCompleter))]
    public BillingMonth? From { get; set; }

    /// <summary>The last of the months; the current one without it.</summary>
    [Parameter(ParameterSetName = RangeSet)]
    [BillingMonthTransformation(IsSingle = true)]
    [ArgumentCompleter(typeof(BillingMonthCompleter))]
    public BillingMonth? To { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var months = _months ??= BillingMonths.Select(BillingMonth, From, To, Client.Now);
        foreach (var machine in Id)
            await SubmitAsync(
                (client, token) => client.Machines.GetUtilizationAsync(machine, months, token),
                machine.Target,
                read => WriteObject(read, enumerateCollection: true),
                cancellationToken);
    }
}

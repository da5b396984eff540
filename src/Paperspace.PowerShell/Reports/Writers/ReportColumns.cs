using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The columns of a report, named after the properties of the objects.</summary>
internal static class ReportColumns
{
    public static (string Name, Func<MachineCostFigure, object?> Get)[] Figure { get; } =
    [
        ("MachineId", figure => figure.MachineId),
        ("MachineName", figure => figure.MachineName),
        ("MachineType", figure => figure.MachineType),
        ("Region", figure => figure.Region),
        ("State", figure => figure.State),
        ("UserId", figure => figure.UserId),
        ("BillingMonth", figure => figure.BillingMonth),
        ("HoursUsed", figure => figure.HoursUsed),
        ("ComputeCost", figure => figure.ComputeCost),
        ("StorageCost", figure => figure.StorageCost),
        ("Cost", figure => figure.Cost),
        ("ProjectedCost", figure => figure.ProjectedCost),
        ("IsEstimate", figure => figure.IsEstimate),
        ("MissingData", figure => figure.MissingData),
        ("Kind", figure => figure.Kind.ToString()),
        ("IsListPrice", figure => figure.IsListPrice),
        ("IsComplete", figure => figure.IsComplete),
        ("ProjectedComputeCost", figure => figure.ProjectedComputeCost),
        ("ProjectedStorageCost", figure => figure.ProjectedStorageCost),
    ];

    public static (string Name, Func<MachineCost, object?> Get)[] Sum { get; } =
    [
        ("Name", cost => cost.Name),
        ("BillingMonth", cost => cost.BillingMonth),
        ("MachineId", cost => cost.MachineId),
        ("MachineCount", cost => cost.MachineCount),
        ("FigureCount", cost => cost.FigureCount),
        ("EstimateCount", cost => cost.EstimateCount),
        ("UnknownCount", cost => cost.UnknownCount),
        ("HoursUsed", cost => cost.HoursUsed),
        ("ComputeCost", cost => cost.ComputeCost),
        ("StorageCost", cost => cost.StorageCost),
        ("Cost", cost => cost.Cost),
        ("ProjectedCost", cost => cost.ProjectedCost),
        ("Kind", cost => cost.Kind),
        ("ListPriceCount", cost => cost.ListPriceCount),
        ("IsComplete", cost => cost.IsComplete),
        ("Missing", cost => cost.Missing),
    ];

    public static (string Name, Func<ReportMachine, object?> Get)[] Machine { get; } =
    [
        ("Id", machine => machine.Id),
        ("Name", machine => machine.Name),
        ("MachineType", machine => machine.MachineType),
        ("Region", machine => machine.Region),
        ("State", machine => machine.State),
    ];

    public static (string Name, Func<CostRecommendation, object?> Get)[] Recommendation { get; } =
    [
        ("Finding", item => item.Finding),
        ("ResourceKind", item => item.ResourceKind),
        ("ResourceId", item => item.ResourceId),
        ("ResourceName", item => item.ResourceName),
        ("Region", item => item.Region),
        ("Reason", item => item.Reason),
        ("Since", item => item.Since),
        ("MonthlySaving", item => item.MonthlySaving),
        ("IsEstimate", item => item.IsEstimate),
        ("IsListPrice", item => item.IsListPrice),
        ("Command", item => item.Command),
    ];

    /// <summary>Returns a value as an invariant string.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "",
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

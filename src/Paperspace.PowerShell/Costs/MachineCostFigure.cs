using System.Collections;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Holds what one machine cost in one month.</summary>
internal sealed record MachineCostFigure
{
    private const decimal MaxAmount = 1_000_000_000_000;

    private static readonly string[] Numbers =
        [nameof(HoursUsed), nameof(ComputeCost), nameof(StorageCost), nameof(Cost), nameof(ProjectedCost)];

    public required string MachineId { get; init; }

    public required string? BillingMonth { get; init; }

    public string? MachineName { get; init; }

    public string? MachineType { get; init; }

    public string? Region { get; init; }

    public string? State { get; init; }

    public string? UserId { get; init; }

    public double HoursUsed { get; init; }

    public decimal? ComputeCost { get; init; }

    public decimal? StorageCost { get; init; }

    public decimal? Cost { get; init; }

    public decimal? ProjectedCost { get; init; }

    public bool IsEstimate { get; init; }

    public string? MissingData { get; init; }

    /// <summary>Gets why the figure cannot be used; null if it can.</summary>
    public PaperspaceException? Failure { get; init; }

    /// <summary>Returns the figure of a utilization: live, deserialized, or a row of any kind with its columns; null where the value is
    /// none.</summary>
    public static MachineCostFigure? Find(object? value)
    {
        if (value is null || DisplayValue.Unwrap(value) is string) return null;
        if (Read(value, nameof(MachineId)) is not { } id || Read(value, nameof(BillingMonth)) is not { } month || !Has(value, nameof(Cost)))
            return null;
        return new MachineCostFigure
        {
            MachineId = id,
            BillingMonth = month,
            MachineName = Read(value, nameof(MachineName)),
            MachineType = Read(value, nameof(MachineType)),
            Region = Read(value, nameof(Region)),
            State = Read(value, nameof(State)),
            UserId = Read(value, nameof(UserId)),
            HoursUsed = DisplayValue.ToNumber(Get(value, nameof(HoursUsed))) ?? 0,
            ComputeCost = ReadAmount(value, nameof(ComputeCost)),
            StorageCost = ReadAmount(value, nameof(StorageCost)),
            Cost = ReadAmount(value, nameof(Cost)),
            ProjectedCost = ReadAmount(value, nameof(ProjectedCost)),
            IsEstimate = DisplayValue.ToBoolean(Get(value, nameof(IsEstimate))) == true,
            MissingData = Read(value, nameof(MissingData)),
            Failure = FindFailure(value, id, month),
        };
    }

    public MachineCostFigure Describe(Machine machine) => this with
    {
        MachineName = machine.Name ?? MachineName,
        MachineType = machine.MachineType ?? MachineType,
        Region = machine.Region ?? Region,
        State = machine.State ?? State,
        UserId = machine.UserId ?? UserId,
    };

    /// <summary>Reads an amount; one that no sum could hold is unknown.</summary>
    private static decimal? ReadAmount(object value, string name) =>
        DisplayValue.ToAmount(Get(value, name)) is { } amount && Math.Abs(amount) <= MaxAmount ? amount : null;

    private static PaperspaceException? FindFailure(object value, string id, string month)
    {
        var broken = Numbers.FirstOrDefault(name => Read(value, name) is { } text && DisplayValue.ToNumber(text) is null);
        return broken is null
            ? null
            : PaperspaceException.InvalidRequest(
                $"{broken} of machine {id} in {month} is '{Read(value, broken)}', which is not a number. Write numbers with a decimal "
                    + "point, such as 1452.94: Export-Csv follows the culture of the session.",
                broken);
    }

    private static string? Read(object value, string name) => DisplayValue.ToText(Get(value, name));

    private static bool Has(object value, string name) => DisplayValue.Unwrap(value) is IDictionary table
        ? table.Contains(name)
        : PSObject.AsPSObject(value).Properties[name] is not null;

    private static object? Get(object value, string name) => DisplayValue.Unwrap(value) is IDictionary table
        ? table.Contains(name) ? table[name] : null
        : DisplayValue.Property(value, name);
}

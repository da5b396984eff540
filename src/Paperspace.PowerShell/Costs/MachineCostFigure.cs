using System.Collections;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Holds the cost of one resource in one month: a machine with its disk, or another resource. Null is unknown.</summary>
internal sealed record MachineCostFigure
{
    private const decimal MaxAmount = 1_000_000_000_000;

    private static readonly string[] Numbers =
        [nameof(HoursUsed), nameof(ComputeCost), nameof(StorageCost), nameof(Cost), nameof(ProjectedCost)];

    public CostKind Kind { get; init; }

    /// <summary>Gets the id of the machine, or of the resource of another kind.</summary>
    public required string MachineId { get; init; }

    public required string? BillingMonth { get; init; }

    public string? MachineName { get; init; }

    public string? MachineType { get; init; }

    public string? Region { get; init; }

    public string? State { get; init; }

    public string? UserId { get; init; }

    public double? HoursUsed { get; init; }

    public decimal? ComputeCost { get; init; }

    public decimal? StorageCost { get; init; }

    public decimal? Cost { get; init; }

    public decimal? ProjectedComputeCost { get; init; }

    public decimal? ProjectedStorageCost { get; init; }

    public decimal? ProjectedCost { get; init; }

    public bool IsEstimate { get; init; }

    public bool IsListPrice { get; init; }

    /// <summary>Gets whether every part of the cost and of its projection is known.</summary>
    public bool IsComplete { get; init; }

    public string? MissingData { get; init; }

    /// <summary>Gets whether the resource could not be read, so that not even its existence is sure.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Gets whether the figure stands for a list of resources, of which some or all could not be read.</summary>
    public bool IsList { get; init; }

    public bool IsMachine => Kind == CostKind.Machine && !IsList;

    /// <summary>Gets whether a part of the cost is for storage.</summary>
    public bool HasStorage { get; init; } = true;

    /// <summary>Gets whether all amounts of a machine are known, but its hours may be higher.</summary>
    public bool HasUncertainHours { get; private init; }

    public string DisplayName => MachineName is { } name && name != MachineId ? $"{name} ({MachineId})" : MachineId;

    /// <summary>Gets why the figure cannot be used; null if it can.</summary>
    public PaperspaceException? Failure { get; init; }

    /// <summary>Returns the figure of a utilization (live, deserialized, or a row with its columns); null for any other value.</summary>
    public static MachineCostFigure? Find(object? value)
    {
        if (value is null || DisplayValue.Unwrap(value) is string) return null;
        if (Read(value, nameof(MachineId)) is not { } id || Read(value, nameof(BillingMonth)) is not { } month || !Has(value, nameof(Cost)))
            return null;
        var figure = new MachineCostFigure
        {
            Kind = Enum.TryParse<CostKind>(Read(value, nameof(Kind)), out var kind) ? kind : CostKind.Machine,
            MachineId = id,
            BillingMonth = month,
            MachineName = Read(value, nameof(MachineName)),
            MachineType = Read(value, nameof(MachineType)),
            Region = Read(value, nameof(Region)),
            State = Read(value, nameof(State)),
            UserId = Read(value, nameof(UserId)),
            HoursUsed = DisplayValue.ToNumber(Get(value, nameof(HoursUsed))),
            ComputeCost = ReadAmount(value, nameof(ComputeCost)),
            StorageCost = ReadAmount(value, nameof(StorageCost)),
            Cost = ReadAmount(value, nameof(Cost)),
            ProjectedComputeCost = ReadAmount(value, nameof(ProjectedComputeCost)),
            ProjectedStorageCost = ReadAmount(value, nameof(ProjectedStorageCost)),
            ProjectedCost = ReadAmount(value, nameof(ProjectedCost)),
            IsEstimate = DisplayValue.ToBoolean(Get(value, nameof(IsEstimate))) == true,
            IsListPrice = DisplayValue.ToBoolean(Get(value, nameof(IsListPrice))) == true,
            MissingData = Read(value, nameof(MissingData)),
            Failure = FindFailure(value, id, month),
        };
        // A row that has only the sums is as complete as they are.
        var hasParts = figure.IsMachine && Has(value, nameof(ComputeCost)) && Has(value, nameof(StorageCost));
        var isComplete = DisplayValue.ToBoolean(Get(value, nameof(IsComplete)))
            ?? (figure.Cost is not null && (!hasParts || (figure.ComputeCost is not null && figure.StorageCost is not null)));
        return figure with
        {
            HasStorage = figure.Kind != CostKind.PublicIp,
            IsComplete = isComplete,
            HasUncertainHours = figure.IsMachine && !isComplete && figure is
            {
                ComputeCost: not null, StorageCost: not null, ProjectedComputeCost: not null, ProjectedStorageCost: not null,
            },
        };
    }

    /// <summary>Returns the figure of a resource that could not be read.</summary>
    public static MachineCostFigure Unread(CostKind kind, string id, string? name, string? month) => new()
    {
        Kind = kind,
        MachineId = id,
        MachineName = name,
        BillingMonth = month,
        MissingData = "It could not be read.",
        IsUnread = true,
    };

    /// <summary>Returns the figure of the resources of a kind that a list leaves out.</summary>
    /// <param name="problem">Why the list is incomplete, in sentences.</param>
    public static MachineCostFigure Unlisted(CostKind kind, string problem, string? month) =>
        Unread(kind, CostKinds.GetPlural(kind), null, month) with { IsList = true, MissingData = problem };

    /// <summary>Returns the figure without its amounts, which cannot be used.</summary>
    public MachineCostFigure AsUnread() => Unread(Kind, MachineId, MachineName, BillingMonth);

    /// <summary>Returns the figure with the name, type, region, state and user of its machine.</summary>
    public MachineCostFigure Describe(Machine machine) => this with
    {
        MachineName = machine.Name ?? MachineName,
        MachineType = machine.MachineType ?? MachineType,
        Region = machine.Region ?? Region,
        State = machine.State ?? State,
        UserId = machine.UserId ?? UserId,
    };

    /// <summary>Returns a machine's figure as two: compute, and disk.</summary>
    public IEnumerable<MachineCostFigure> Split()
    {
        if (!IsMachine) return [this];
        // A row whose parts do not make up its sums cannot be divided.
        if (!IsSum(Cost, ComputeCost, StorageCost) || !IsSum(ProjectedCost, ProjectedComputeCost, ProjectedStorageCost)) return [this];
        return
        [
            this with
            {
                HasStorage = false,
                StorageCost = null,
                Cost = ComputeCost,
                ProjectedCost = ProjectedComputeCost,
                IsComplete = ComputeCost is not null && (IsComplete || (ProjectedComputeCost is not null && !HasUncertainHours)),
            },
            this with
            {
                Kind = CostKind.Disk,
                HasUncertainHours = false,
                HoursUsed = 0,
                ComputeCost = null,
                Cost = StorageCost,
                ProjectedCost = ProjectedStorageCost,
                IsComplete = StorageCost is not null && (IsComplete || ProjectedStorageCost is not null),
            },
        ];
    }

    private static bool IsSum(decimal? sum, decimal? first, decimal? second) => sum is null || (first ?? 0) + (second ?? 0) == sum;

    /// <summary>Reads an amount; one beyond <see cref="MaxAmount"/> is unknown.</summary>
    private static decimal? ReadAmount(object value, string name) =>
        DisplayValue.ToAmount(Get(value, name)) is { } amount && Math.Abs(amount) <= MaxAmount ? amount : null;

    private static PaperspaceException? FindFailure(object value, string id, string month)
    {
        if (Paperspace.BillingMonth.Find(month) is null)
            return PaperspaceException.InvalidRequest(
                $"The BillingMonth of {id} is '{month}', which is not a month. Write it as yyyy-MM, such as 2026-10.", nameof(BillingMonth));
        foreach (var name in Numbers)
        {
            if (Read(value, name) is not { } text) continue;
            var number = DisplayValue.ToNumber(text);
            if (number is null)
                return PaperspaceException.InvalidRequest(
                    $"The {name} of {id} in {month} is '{text}', which is not a number. Write numbers with a decimal point, such as 1452.94. "
                        + "Export-Csv uses the culture of the session.",
                    name);
            // A negative amount would make room in a budget for others.
            if (number < 0)
                return PaperspaceException.InvalidRequest($"The {name} of {id} in {month} is {text}. It must not be negative.", name);
        }

        return null;
    }

    private static string? Read(object value, string name) => DisplayValue.ToText(Get(value, name));

    private static bool Has(object value, string name) => DisplayValue.Unwrap(value) is IDictionary table
        ? table.Contains(name)
        : PSObject.AsPSObject(value).Properties[name] is not null;

    private static object? Get(object value, string name) => DisplayValue.Unwrap(value) is IDictionary table
        ? table.Contains(name) ? table[name] : null
        : DisplayValue.Property(value, name);
}

using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Costs;

/// <summary>What costs are summed to, and how they are held against a budget.</summary>
public sealed class MeasurePsMachineCostTests
{
    private static readonly MachineSeed[] Three =
    [
        new() { Id = "psaaa", Name = "one" },
        new() { Id = "psbbb", Name = "two", MachineType = "C3", Region = "AMS1", State = "off" },
        new() { Id = "psccc", Name = "three", MachineType = "C3", Region = "NY2" },
    ];

    public static TheoryData<PaperspaceApiVersion> Apis { get; } = [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    // | machine | type, region, state | month | compute | storage | cost | at the end | estimate |
    // |---|---|---|---|---|---|---|---|
    // | psa | P4000, NY2, ready | 2026-01 | 10.00 | 5.00 | 15.00 | 15.00 | no |
    // | psa | | 2026-02 | 20.00 | 5.00 | 25.00 | 40.00 | no |
    // | psb | C3, AMS1, off | 2026-02 | 0.00 | 7.00 | 7.00 | 9.00 | yes |
    // | psc | C3, NY2, off | 2026-02 | not known | - | - | - | no |
    // Sums: psa 40.00 and 55.00, P4000 the same; C3 7.00 and 9.00; January 15.00 and 15.00, February 32.00 and 49.00; all 47.00 and 64.00.
    private const string Rows = """
        $rows = @(
            @{ MachineId = 'psa'; MachineName = 'one'; MachineType = 'P4000'; Region = 'NY2'; State = 'ready'; UserId = 'ada'; BillingMonth = '2026-01'; HoursUsed = '1.5'; ComputeCost = '10.00'; StorageCost = '5.00'; Cost = '15.00'; ProjectedCost = '15.00'; IsEstimate = 'False' }
            @{ MachineId = 'psa'; MachineName = 'one'; MachineType = 'P4000'; Region = 'NY2'; State = 'ready'; UserId = 'ada'; BillingMonth = '2026-02'; HoursUsed = '2.5'; ComputeCost = '20.00'; StorageCost = '5.00'; Cost = '25.00'; ProjectedCost = '40.00'; IsEstimate = 'False' }
            @{ MachineId = 'psb'; MachineName = 'two'; MachineType = 'C3'; Region = 'Europe (AMS1)'; State = 'off'; UserId = 'bob'; BillingMonth = '2026-02'; HoursUsed = '0'; ComputeCost = '0.00'; StorageCost = '7.00'; Cost = '7.00'; ProjectedCost = '9.00'; IsEstimate = 'True' }
            @{ MachineId = 'psc'; MachineName = 'three'; MachineType = 'C3'; Region = 'East Coast (NY2)'; State = 'OFF'; UserId = ''; BillingMonth = '2026-02'; HoursUsed = '0'; ComputeCost = ''; StorageCost = ''; Cost = ''; ProjectedCost = ''; IsEstimate = 'False' }
        )

        """;

    [Theory]
    [InlineData("", "Total 3/4/1/1 47.00 64.00")]
    [InlineData("-By Month", "2026-02 3/3/1/1 32.00 49.00; 2026-01 1/1/0/0 15.00 15.00")]
    [InlineData("-By MachineType", "P4000 1/2/0/0 40.00 55.00; C3 2/2/1/1 7.00 9.00")]
    [InlineData("-By Machine", "one (psa) 1/2/0/0 40.00 55.00; two (psb) 1/1/1/0 7.00 9.00; three (psc) 1/1/0/1 - -")]
    [InlineData("-By Region", "East Coast (NY2) 2/3/0/1 40.00 55.00; Europe (AMS1) 1/1/1/0 7.00 9.00")]
    [InlineData("-By State", "ready 1/2/0/0 40.00 55.00; off 2/2/1/1 7.00 9.00")]
    [InlineData("-By Month, MachineType", "2026-02, P4000 1/1/0/0 25.00 40.00; 2026-01, P4000 1/1/0/0 15.00 15.00; 2026-02, C3 2/2/1/1 "
        + "7.00 9.00")]
    [InlineData("-By Month, Month", "2026-02 3/3/1/1 32.00 49.00; 2026-01 1/1/0/0 15.00 15.00")]
    public void Costs_are_summed_by_group_with_the_most_expensive_first(string parameters, string expected)
    {
        using var host = new FastHost();
        var outcome = host.Run($"{Rows} $rows | Measure-PsMachineCost {parameters}").Succeeded();
        Assert.Equal(expected, string.Join("; ", outcome.All<MachineCost>().Select(Text)));
        Assert.Equal(
            "The sums are lower bounds: 1 of 4 figures is incomplete (three (psc) in 2026-02: its price is unknown).",
            Assert.Single(outcome.Warnings));
        Assert.Empty(host.Lines());
    }

    [Fact]
    public void Unknown_users_are_a_separate_group()
    {
        using var host = new FastHost();
        var costs = host.Run($"{Rows} $rows | Measure-PsMachineCost -By User").Succeeded().All<MachineCost>();
        Assert.Equal(["ada", "bob", null], costs.Select(cost => cost.UserId));
        Assert.Equal("(unknown)", costs[2].Name);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Machines_utilizations_and_stored_ones_have_the_same_cost(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Three);
        const string Sum = "Measure-PsMachineCost -By MachineType, Region";
        var account = host.Run(Sum).Succeeded().All<MachineCost>().Select(Text).ToArray();
        Assert.Equal(3, account.Length);
        string[] others =
        [
            $"Get-PsMachine | {Sum}",
            $"(Get-PsMachine).Id | {Sum}",
            $"Measure-PsMachineCost psaaa, psbbb, psccc -By MachineType, Region".Replace(
                "Cost ps",
                "Cost -InputObject ps",
                StringComparison.Ordinal),
            $"Get-PsMachine | Get-PsMachineUtilization | {Sum}",
            $"Get-PsMachine | Get-PsMachineUtilization | ForEach-Object {{ "
                + $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 2)) }} | {Sum}",
            $"@(Get-PsMachine one; Get-PsMachine two | Get-PsMachineUtilization; 'psccc') | {Sum}",
            $"@(Get-PsMachine; Get-PsMachine) | {Sum}",
        ];
        foreach (var script in others) Assert.Equal(account, host.Run(script).Succeeded().All<MachineCost>().Select(Text));
    }

    [Fact]
    public void A_month_is_positional_as_for_Get_PsMachineUtilization()
    {
        using var host = new FastHost(PaperspaceApiVersion.Core, Three);
        var month = host.Run("Measure-PsMachineCost").Succeeded().Single<MachineCost>().BillingMonth;
        var expected = host.Run($"Measure-PsMachineCost -BillingMonth {month}").Succeeded().Single<MachineCost>();
        Assert.Equal(3, expected.FigureCount);
        string[] scripts = ["Measure-PsMachineCost", "Get-PsMachine | Measure-PsMachineCost", "(Get-PsMachine).Id | Measure-PsMachineCost"];
        foreach (var script in scripts)
            Assert.Equal(Text(expected), Text(host.Run($"{script} {month}").Succeeded().Single<MachineCost>()));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void An_empty_pipeline_is_not_the_whole_account(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Three);
        var cost = host.Run("Get-PsMachine -State provisioning | Measure-PsMachineCost").Succeeded().Single<MachineCost>();
        Assert.Equal((0, 0m), (cost.FigureCount, cost.Cost));
        Assert.Single(host.Lines());
        Assert.Empty(host.Run("@() | Measure-PsMachineCost -By Machine").Succeeded().Output);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_month_before_the_creation_of_a_machine_is_not_requested(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Three);
        var costs = host.Run("Measure-PsMachineCost -By Month -From 2021-01").Succeeded().All<MachineCost>();
        Assert.DoesNotContain(costs, cost => cost.BillingMonth == "2021-01");
        var asked = host.Lines().Where(line => line.Contains("billingMonth", StringComparison.Ordinal)).ToArray();
        // V1 has no figures of months to ask for.
        Assert.Equal(api == PaperspaceApiVersion.Core, asked.Length > 0);
        Assert.All(
            asked,
            line => Assert.Contains("billingMonth=2022-0", line, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_failed_read_is_an_error_and_the_others_are_summed(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Three);
        var outcome = host.Run("'psaaa', 'psnosuch1', 'psccc' | Measure-PsMachineCost");
        Assert.StartsWith("MachineNotFound,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Single<MachineCost>().MachineCount);
    }

    [Theory]
    [InlineData("48.99", "February 2026 is projected to cost at least ~$49.00, over the budget of $48.99 (~$32.00 so far; 1 of 3 figures "
        + "is an estimate).")]
    [InlineData("14.99", "January 2026 cost $15.00, over the budget of $14.99. February 2026 is projected to "
        + "cost at least ~$49.00, over the budget of $14.99 (~$32.00 so far; 1 of 3 figures is an estimate).")]
    [InlineData("0", "January 2026 cost $15.00, over the budget of $0.00. February 2026 is projected to cost "
        + "at least ~$49.00, over the budget of $0.00 (~$32.00 so far; 1 of 3 figures is an estimate).")]
    public void A_month_projected_over_budget_is_an_error_after_the_sums(string budget, string says)
    {
        using var host = new FastHost();
        var outcome = host.Run($"{Rows} $rows | Measure-PsMachineCost -Budget {budget}; 'reached'");
        Assert.Equal(64.00m, Assert.IsType<MachineCost>(outcome.Output[0].BaseObject).ProjectedCost);
        Assert.Equal("reached", outcome.Output[1].ToString());
        var error = Assert.Single(outcome.Errors);
        Assert.Equal("BudgetExceeded,Paperspace.PowerShell.MeasurePsMachineCostCommand", error.FullyQualifiedErrorId);
        Assert.Equal(
            (says, System.Management.Automation.ErrorCategory.LimitsExceeded),
            (error.Exception.Message, error.CategoryInfo.Category));
    }

    [Fact]
    public void ErrorAction_and_ErrorVariable_apply_to_the_error()
    {
        using var host = new FastHost();
        var silent = host.Run($"{Rows} $r = 'stale'; $r = $rows | Measure-PsMachineCost -Budget 1 -ErrorAction SilentlyContinue -ErrorVariable e; "
            + "$r.ProjectedCost; $e.Count").Succeeded();
        Assert.Equal(["64.00", "1"], silent.Output.Select(item => item.ToString()));
        var stopped = host.Run($"{Rows} try {{ $rows | Measure-PsMachineCost -Budget 1 -ErrorAction Stop | Out-Null; 'not reached' }} catch {{ "
            + "$_.FullyQualifiedErrorId }");
        Assert.StartsWith("BudgetExceeded,", Assert.Single(stopped.Output).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("49.00")]
    [InlineData("1e6")]
    public void A_month_within_the_budget_is_not_an_error(string budget)
    {
        using var host = new FastHost();
        Assert.Equal("reached", host.Run($"{Rows} $rows[0..2] | Measure-PsMachineCost -By Month -Budget {budget} | Out-Null; "
            + "'reached'").Succeeded().Output[^1].ToString());
    }

    /// <summary>V1 has read the machine itself by then.</summary>
    [Fact]
    public void Costs_that_cannot_be_grouped_are_a_warning()
    {
        using var host = new FastHost(Three);
        host.Paperspace.Inject(
            new SimulatedFault
            {
                Method = "GET",
                Path = "/machines/getMachines",
                Status = 403,
                Body = """{"error":{"message":"No."}}""",
            });
        var outcome = host.Run("'psaaa' | Measure-PsMachineCost -By Region").Succeeded();
        Assert.Equal("(unknown)", outcome.Single<MachineCost>().Name);
        Assert.Contains("could not be listed", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    private static string Text(MachineCost cost) =>
        FormattableString.Invariant($"{cost.Name} {cost.MachineCount}/{cost.FigureCount}/{cost.EstimateCount}/{cost.UnknownCount} ")
            + $"{Text(cost.Cost)} {Text(cost.ProjectedCost)}";

    private static string Text(decimal? amount) => amount?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}

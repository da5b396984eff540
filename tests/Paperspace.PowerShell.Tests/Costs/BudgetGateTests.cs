using System.Net;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Costs;

/// <summary>A budget never passes because something is unknown.</summary>
public abstract class BudgetGateTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Two =
    [
        new() { Id = "psaaa", Name = "one" },
        new() { Id = "psbbb", Name = "two", MachineType = "B200" },
    ];

    [Fact]
    public void An_empty_pipeline_is_an_error()
    {
        using var host = new FastHost(api, Two);
        var outcome = host.Run("Get-PsMachine tran-* | Measure-PsMachineCost -Budget 1");
        Assert.Equal(0m, outcome.Single<MachineCost>().Cost);
        AssertIncomplete(outcome, "no machine was given, or none was found");
        host.Run("Get-PsMachine tran-* | Measure-PsMachineCost -Budget 1 -AllowIncomplete").Succeeded();
    }

    [Fact]
    public void A_failed_read_is_an_error_and_a_row_without_amounts()
    {
        using var host = new FastHost(api, null, FailAsync, Two);
        var outcome = host.Run("Get-PsMachine | Measure-PsMachineCost -By Machine -Budget 1000000 -ErrorAction SilentlyContinue -ErrorVariable e; $e");
        var rows = outcome.Output.Select(item => item.BaseObject).OfType<MachineCost>().ToArray();
        var unread = Assert.Single(rows, row => row.MachineId == "psbbb");
        Assert.Equal((null, null, false), (unread.Cost, unread.HoursUsed, unread.IsComplete));
        Assert.Equal("two (psbbb) in " + Month(host) + ": it could not be read", unread.Missing);
        Assert.True(Assert.Single(rows, row => row.MachineId == "psaaa").IsComplete);
        Assert.StartsWith("CostIncomplete,", ErrorIds(outcome)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_future_month_is_an_error()
    {
        using var host = new FastHost(api, Two);
        var error = host.Run("Measure-PsMachineCost -BillingMonth 2099-01 -Budget 1").Error;
        Assert.Equal("2099-01 has not started, so its cost is unknown.", error.ToString());
        var stored = host.Run("Get-PsMachine one | Get-PsMachineUtilization -BillingMonth 2099-01 | Measure-PsMachineCost -Budget 1");
        AssertIncomplete(stored, "2099-01 has not started");
    }

    [Fact]
    public void An_account_within_its_budget_passes_with_a_warning_of_what_no_API_returns()
    {
        using var host = new FastHost(api, Two[0]);
        var outcome = host.Run("Measure-PsMachineCost -Budget 1000000").Succeeded();
        Assert.True(outcome.Single<MachineCost>().IsComplete);
        Assert.Equal(
            "Not counted: deleted machines"
                + (api == PaperspaceApiVersion.Core
                    ? "; static addresses, snapshots, custom templates, shared drives (not available from this API)."
                    : "."),
            Assert.Single(outcome.Warnings));
    }

    [Theory]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '5'; ComputeCost = ''; StorageCost = '5' }", "its hourly price is unknown")]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '5'; ComputeCost = ''; StorageCost = '5'; HoursUsed = '3' }", "its hourly price")]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '5'; ComputeCost = '5'; StorageCost = '' }", "its storage price")]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '' }", "its price is unknown")]
    public void An_unknown_part_is_an_error_that_says_which(string row, string says)
    {
        using var host = new FastHost(api);
        var outcome = host.Run($"{row} | Measure-PsMachineCost -Budget 1000");
        Assert.False(outcome.Single<MachineCost>().IsComplete);
        var error = outcome.Error;
        Assert.StartsWith("CostIncomplete,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("a in 2026-01: ", error.ToString(), StringComparison.Ordinal);
        if (!row.Contains("HoursUsed", StringComparison.Ordinal) && says.Contains("hour", StringComparison.Ordinal))
            Assert.Contains("its hours are unknown", error.ToString(), StringComparison.Ordinal);
        else
            Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        host.Run($"{row} | Measure-PsMachineCost -Budget 1000 -AllowIncomplete").Succeeded();
    }

    [Theory]
    [InlineData("'psaaa', 'nosuch'", "no machine matches 'nosuch'")]
    [InlineData("'psaaa', 'tran-*'", "no machine matches 'tran-*'")]
    [InlineData("'psaaa', ''", "is empty")]
    [InlineData("(Get-PsMachine one), $null", "empty")]
    public void Input_without_a_machine_is_an_error_beside_input_with_one(string input, string says)
    {
        using var host = new FastHost(api, Two);
        var outcome = host.Run($"{input} | Measure-PsMachineCost -Budget 1000000 -ErrorAction SilentlyContinue -ErrorVariable e; $e[-1]");
        Assert.Equal(1, Assert.IsType<MachineCost>(outcome.Output[0].BaseObject).MachineCount);
        var error = Assert.IsType<System.Management.Automation.ErrorRecord>(outcome.Output[^1].BaseObject);
        Assert.StartsWith("CostIncomplete,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ MachineId = 'b'; BillingMonth = '2026-01'; Cost = '1,5' }", "The Cost of b in 2026-01 is '1,5', which is not a number.")]
    [InlineData("@{ MachineId = 'b'; BillingMonth = '2026-01'; Cost = -450 }", "The Cost of b in 2026-01 is -450. It must not be negative.")]
    [InlineData("@{ MachineId = 'b'; BillingMonth = '2026-01'; Cost = 5; ProjectedCost = '-1' }", "The ProjectedCost of b in 2026-01 is -1.")]
    [InlineData("@{ MachineId = 'b'; BillingMonth = 'October'; Cost = 5 }", "The BillingMonth of b is 'October', which is not a month.")]
    public void A_row_that_cannot_be_read_is_an_error_and_an_unknown_part(string row, string says)
    {
        using var host = new FastHost(api);
        var outcome = host.Run(
            $"@{{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = 500 }}, {row} | Measure-PsMachineCost -Budget 510 "
                + "-ErrorAction SilentlyContinue -ErrorVariable e; $e");
        var total = Assert.IsType<MachineCost>(outcome.Output[0].BaseObject);
        Assert.Equal((500m, false), (total.Cost, total.IsComplete));
        Assert.Contains(says, outcome.Output[1].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("CostIncomplete,", ErrorIds(outcome)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_is_not_over_needs_a_projection()
    {
        using var host = new FastHost(api);
        const string Row = "@{ MachineId = 'a'; BillingMonth = [datetime]::UtcNow.ToString('yyyy-MM', [cultureinfo]::InvariantCulture); Cost = 50";
        AssertIncomplete(host.Run(Row + " } | Measure-PsMachineCost -Budget 100"), "its projection is unknown");
        host.Run(Row + "; ProjectedCost = 99 } | Measure-PsMachineCost -Budget 100").Succeeded();
    }

    [Fact]
    public void Stored_rows_are_judged_like_live_ones()
    {
        using var host = new FastHost(api, Two);
        const string Read = "Get-PsMachine | Get-PsMachineUtilization";
        foreach (var rows in new[]
        {
            Read,
            $"[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@({Read})))",
        })
        {
            var within = host.Run($"{rows} | Measure-PsMachineCost -Budget 1000000");
            Assert.Equal(2, within.Single<MachineCost>().FigureCount);
            // Core reports a rate for every type; V1 has none for a type that its price list lacks.
            if (api == PaperspaceApiVersion.Core) within.Succeeded();
            Assert.StartsWith(
                "BudgetExceeded,", host.Run($"{rows} | Measure-PsMachineCost -Budget 0.01").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("$ErrorActionPreference = 'SilentlyContinue'; Measure-PsMachineCost -Budget 1 | Out-Null; $?", "False")]
    [InlineData("$ErrorActionPreference = 'Continue'; Measure-PsMachineCost -Budget 1 -ErrorAction Ignore | Out-Null; $?", "False")]
    [InlineData("$ErrorActionPreference = 'Stop'; try { Measure-PsMachineCost -Budget 1 | Out-Null; 'passed' } catch { 'caught' }", "caught")]
    [InlineData("try { Measure-PsMachineCost -Budget 1 -ErrorAction Stop | Out-Null; 'passed' } catch { 'caught' }", "caught")]
    [InlineData("Measure-PsMachineCost -Budget 1 -ErrorAction SilentlyContinue -ErrorVariable e | Out-Null; [bool]$e", "True")]
    public void The_error_reaches_every_way_of_checking(string script, string result)
    {
        using var host = new FastHost(api, Two);
        host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(result, host.Run(script).Output[^1].ToString());
    }

    [Fact]
    public void A_known_part_over_budget_exceeds_the_budget()
    {
        using var host = new FastHost(api);
        var outcome = host.Run(
            "@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '5'; ComputeCost = ''; StorageCost = '5' } | "
                + "Measure-PsMachineCost -Budget 1 -AllowIncomplete");
        Assert.StartsWith("BudgetExceeded,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static void AssertIncomplete(Outcome outcome, string says)
    {
        Assert.StartsWith("CostIncomplete,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, outcome.Error.ToString(), StringComparison.Ordinal);
    }

    private static string[] ErrorIds(Outcome outcome) =>
        [.. outcome.Output.Select(item => item.BaseObject).OfType<System.Management.Automation.ErrorRecord>().Select(error => error.FullyQualifiedErrorId)];

    private static string Month(FastHost host) => new BillingMonth(host.Clock.GetUtcNow()).ToString();

    /// <summary>Fails the reading of one machine's use on either API.</summary>
    private static Task<HttpResponseMessage> FailAsync(
        HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken token) =>
        request.RequestUri!.ToString().Contains("psbbb", StringComparison.Ordinal)
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"message":"No."}""") })
            : send();
}

/// <summary>The gate on the Core API.</summary>
public sealed class CoreBudgetGateTests() : BudgetGateTests(PaperspaceApiVersion.Core);

/// <summary>The gate on the V1 API.</summary>
public sealed class V1BudgetGateTests() : BudgetGateTests(PaperspaceApiVersion.V1);

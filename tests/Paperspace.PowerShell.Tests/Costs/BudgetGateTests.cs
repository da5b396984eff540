using System.Net;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Costs;

/// <summary>A budget is never kept because something is not known.</summary>
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
    public void A_read_that_failed_is_an_error_and_its_machine_a_row_without_amounts()
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
    public void A_month_to_come_is_an_error()
    {
        using var host = new FastHost(api, Two);
        var error = host.Run("Measure-PsMachineCost -BillingMonth 2099-01 -Budget 1").Error;
        Assert.Equal("2099-01 has not begun, so its cost is unknown.", error.ToString());
        var stored = host.Run("Get-PsMachine one | Get-PsMachineUtilization -BillingMonth 2099-01 | Measure-PsMachineCost -Budget 1");
        AssertIncomplete(stored, "2099-01 has not begun");
    }

    [Fact]
    public void The_account_within_its_budget_passes_with_a_warning_of_what_no_API_returns()
    {
        using var host = new FastHost(api, Two[0]);
        var outcome = host.Run("Measure-PsMachineCost -Budget 1000000").Succeeded();
        Assert.True(outcome.Single<MachineCost>().IsComplete);
        Assert.Equal(
            "Not counted: machines that were removed and are no longer listed"
                + (api == PaperspaceApiVersion.Core
                    ? "; static addresses, snapshots, custom templates, shared drives, which this API does not return."
                    : "."),
            Assert.Single(outcome.Warnings));
    }

    [Theory]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '5'; ComputeCost = ''; StorageCost = '5' }", "the price of an hour is not known")]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '5'; ComputeCost = ''; StorageCost = '5'; HoursUsed = '3' }", "the price of an hour")]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '5'; ComputeCost = '5'; StorageCost = '' }", "the price of its storage")]
    [InlineData("@{ MachineId = 'a'; BillingMonth = '2026-01'; Cost = '' }", "no price is known")]
    public void An_unknown_part_is_an_error_that_says_which(string row, string says)
    {
        using var host = new FastHost(api);
        var outcome = host.Run($"{row} | Measure-PsMachineCost -Budget 1000");
        Assert.False(outcome.Single<MachineCost>().IsComplete);
        var error = outcome.Error;
        Assert.StartsWith("CostIncomplete,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("a in 2026-01: ", error.ToString(), StringComparison.Ordinal);
        if (!row.Contains("HoursUsed", StringComparison.Ordinal) && says.Contains("hour", StringComparison.Ordinal))
            Assert.Contains("its hours are not known", error.ToString(), StringComparison.Ordinal);
        else
            Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        host.Run($"{row} | Measure-PsMachineCost -Budget 1000 -AllowIncomplete").Succeeded();
    }

    [Fact]
    public void A_known_part_beyond_the_budget_exceeds_it_whatever_else_is_unknown()
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

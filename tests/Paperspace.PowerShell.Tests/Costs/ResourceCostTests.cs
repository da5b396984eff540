using System.Net;
using System.Text.RegularExpressions;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Costs;

/// <summary>What is billed beside machines, and list prices in place of rates, against figures worked out by hand.</summary>
public sealed partial class ResourceCostTests
{
    private static readonly MachineSeed One = new() { Id = "psaaa", Name = "one", State = "off" };

    // It is 14 March 2022, 16:00: 416 hours until the month is over. A hundred hours later:
    //
    // | kind | an hour | so far | at the end |
    // |---|---|---|---|
    // | static address | 0.0045 | 0.45 | 416 h = 1.872 |
    // | snapshot of 50 GB | 0.0015 | 0.15 | 0.624 |
    // | template of 50 GB | 0.0052 | 0.52 | 2.163 |
    // | shared drive of 250 GB | 0.0238 | 2.38 | 9.901 |
    [Fact]
    public void Addresses_snapshots_templates_and_drives_are_counted_at_list_price()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, One);
        var before = Measure(host);
        host.Run(
            """
            $null = New-PsPublicIp -Region NY2
            $null = New-PsSnapshot -Machine psaaa -Name kept -Wait
            $null = New-PsTemplate -Machine psaaa -Name kept -Wait
            $null = New-PsNetwork lab NY2
            $null = New-PsSharedDrive data 250 -Network lab
            """).Succeeded();
        host.Clock.Advance(TimeSpan.FromHours(100));
        var after = Measure(host);
        Assert.Equal((0.45m, 1.87m), Difference("PublicIp"));
        Assert.Equal((0.15m, 0.62m), Difference("Snapshot"));
        Assert.Equal((0.52m, 2.16m), Difference("Template"));
        Assert.Equal((2.38m, 9.90m), Difference("SharedDrive"));
        Assert.All(after.Values, row => Assert.True(row.IsComplete));
        Assert.Equal(after["PublicIp"].FigureCount, after["PublicIp"].ListPriceCount);
        var total = host.Run("Measure-PsMachineCost").Succeeded().Single<MachineCost>();
        Assert.Equal(after.Values.Sum(row => row.Cost), total.Cost);
        Assert.Equal(after.Values.Sum(row => row.ProjectedCost), total.ProjectedCost);

        (decimal?, decimal?) Difference(string kind) => before.TryGetValue(kind, out var row)
            ? (after[kind].Cost - row.Cost, after[kind].ProjectedCost - row.ProjectedCost)
            : (after[kind].Cost, after[kind].ProjectedCost);
    }

    // A monthly maximum: in April, 720 hours of a static address would be 3.24, and are 3.00.
    [Fact]
    public void A_whole_month_costs_no_more_than_its_maximum()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, One);
        host.Run("$null = New-PsPublicIp -Region NY2").Succeeded();
        host.Clock.Advance(TimeSpan.FromDays(60));
        var row = host.Run("Measure-PsMachineCost -BillingMonth 2022-04 -By Kind").Succeeded().All<MachineCost>().Single(cost => cost.Kind == "PublicIp");
        Assert.Equal((3.00m * row.FigureCount, 3.00m * row.FigureCount), (row.Cost, row.ProjectedCost));
    }

    [Fact]
    public void A_kind_that_cannot_be_read_is_an_error_and_an_unknown_part()
    {
        using var host = new FastHost(
            PaperspaceApiVersion.V1,
            null,
            (request, send, _) => request.RequestUri!.AbsolutePath.EndsWith("/public-ips", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("""{"message":"No."}""") })
                : send(),
            One);
        var outcome = host.Run("Measure-PsMachineCost -By Kind");
        Assert.Single(outcome.Errors);
        var row = Assert.Single(outcome.All<MachineCost>(), cost => cost.Kind == "PublicIp");
        Assert.Equal((null, false, "static addresses in 2022-03: it could not be read"), (row.Cost, row.IsComplete, row.Missing));
    }

    // A P4000 with 50 GB: $0.51 an hour and $5 a month at list price.
    [Fact]
    public void List_prices_stand_in_for_rates_that_the_API_does_not_return_and_are_marked()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, null, WithoutRatesAsync, One);
        var use = host.Run("Get-PsMachineUtilization psaaa").Succeeded().Single<MachineUtilization>();
        Assert.Equal((0.51m, 5m, true, true, true), (use.HourlyRate, use.StorageMonthlyRate, use.IsListPrice, use.IsEstimate, use.IsComplete));
        Assert.DoesNotContain("unknown", use.MissingData ?? "", StringComparison.Ordinal);
        var cost = host.Run("Get-PsMachine | Measure-PsMachineCost").Succeeded().Single<MachineCost>();
        Assert.Equal((1, true), (cost.ListPriceCount, cost.IsComplete));
    }

    [Fact]
    public void A_type_without_a_list_price_is_unknown_and_not_free()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, null, WithoutRatesAsync, One with { MachineType = "B200" });
        var use = host.Run("Get-PsMachineUtilization psaaa").Succeeded().Single<MachineUtilization>();
        Assert.Equal((null, null, false), (use.HourlyRate, use.ComputeCost, use.IsComplete));
        Assert.Contains("The hourly price is unknown.", use.MissingData, StringComparison.Ordinal);
        var cost = host.Run("Get-PsMachine | Measure-PsMachineCost -By Machine").Succeeded().Single<MachineCost>();
        Assert.Null(cost.ComputeCost);
        Assert.Contains("one (psaaa) in 2022-03: its hourly price is unknown", cost.Missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public void Figures_of_one_machine_carry_its_name(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, One);
        Assert.Equal("one", host.Run("Get-PsMachineUtilization psaaa").Succeeded().Single<MachineUtilization>().MachineName);
        Assert.Equal("one (psaaa)", host.Run("'psaaa' | Measure-PsMachineCost -By Machine").Succeeded().Single<MachineCost>().Name);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public void Kinds_are_rows_that_add_up_to_the_total(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, One, new MachineSeed { Id = "psbbb", Name = "two", AssignPublicIp = true });
        var kinds = host.Run("Measure-PsMachineCost -By Kind").Succeeded().All<MachineCost>();
        var total = host.Run("Measure-PsMachineCost").Succeeded().Single<MachineCost>();
        Assert.Equal(total.Cost, kinds.Sum(kind => kind.Cost));
        Assert.Equal(total.ProjectedCost, kinds.Sum(kind => kind.ProjectedCost));
        Assert.Equal(total.ComputeCost, Assert.Single(kinds, kind => kind.Kind == "Machine").Cost);
        Assert.Equal((2, 2), (Row("Machine").MachineCount, Row("Disk").MachineCount));
        Assert.Equal(api == PaperspaceApiVersion.V1, kinds.Any(kind => kind.Kind == "PublicIp"));

        MachineCost Row(string name) => kinds.Single(kind => kind.Kind == name);
    }

    /// <summary>Whatever is known, the sum of each grouping's rows is the total, and nothing is projected below what is spent.</summary>
    [Fact]
    public void The_sum_of_any_rows_is_the_sum_of_their_groups()
    {
        using var host = new FastHost();
        var random = new Random(20260301);
        for (var round = 0; round < 20; round++)
        {
            var rows = string.Join("\n", Enumerable.Range(0, random.Next(1, 12)).Select(i => Row(random, i)));
            var total = host.Run($"$rows = @({rows}); $rows | Measure-PsMachineCost").Succeeded().Single<MachineCost>();
            Assert.False(total.ProjectedCost < total.Cost);
            foreach (var by in new[] { "Machine", "MachineType", "Month", "Kind", "Month, Kind", "Region, State" })
            {
                var groups = host.Run($"$rows | Measure-PsMachineCost -By {by}").Succeeded().All<MachineCost>();
                Assert.Equal(total.Cost ?? 0, groups.Sum(group => group.Cost ?? 0));
                Assert.Equal(total.ProjectedCost ?? 0, groups.Sum(group => group.ProjectedCost ?? 0));
                Assert.Equal(total.IsComplete, groups.All(group => group.IsComplete));
                Assert.Equal(total.Cost is null, groups.All(group => group.Cost is null));
                Assert.All(groups, group => Assert.False(group.ProjectedCost < group.Cost));
                Assert.All(groups, group => Assert.Equal(group.IsComplete, group.Missing is null));
            }
        }
    }

    private static string Row(Random random, int number)
    {
        var (compute, storage) = (Amount(random), Amount(random));
        var cost = compute is null && storage is null ? (decimal?)null : (compute ?? 0) + (storage ?? 0);
        var left = random.Next(3) == 0 ? null : (decimal?)random.Next(50);
        return FormattableString.Invariant($"@{{ MachineId = 'ps{number % 5}'; MachineType = 'T{random.Next(3)}'; BillingMonth = '2026-0{random.Next(1, 4)}'; ")
            + FormattableString.Invariant($"ComputeCost = '{compute}'; StorageCost = '{storage}'; Cost = '{cost}'; ProjectedComputeCost = '{compute}'; ")
            + FormattableString.Invariant($"ProjectedStorageCost = '{storage}'; ProjectedCost = '{cost + left}'; IsEstimate = '{random.Next(2) == 0}' }}");
    }

    private static decimal? Amount(Random random) => random.Next(4) == 0 ? null : (decimal?)random.Next(10_000) / 100m;

    private static Dictionary<string, MachineCost> Measure(FastHost host) => host
        .Run("Measure-PsMachineCost -By Kind")
        .Succeeded()
        .All<MachineCost>()
        .ToDictionary(row => row.Kind!, StringComparer.Ordinal);

    /// <summary>Leaves the rates out of what V1 returns.</summary>
    private static async Task<HttpResponseMessage> WithoutRatesAsync(
        HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken token)
    {
        var response = await send();
        var body = await response.Content.ReadAsStringAsync(token);
        var type = response.Content.Headers.ContentType;
        response.Content = new StringContent(Rates().Replace(body, "\"$1\":null"));
        response.Content.Headers.ContentType = type;
        return response;
    }

    [GeneratedRegex("\"(usageRate|storageRate)\":[^,}]+")]
    private static partial Regex Rates();
}

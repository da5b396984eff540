using System.Globalization;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Costs;

/// <summary>What a month costs by the use and rates that the Core API tells, so far and at its end, against figures worked out by
/// hand.</summary>
public sealed class UtilizationCostTests
{
    private const double Day = 86400;

    // Machine $0.50 an hour, storage $84.00 a month.
    //
    // | case | month, days, elapsed | ran | storage kept | compute | storage | cost | still to come | projected |
    // |---|---|---|---|---|---|---|---|---|
    // | February is over | 2026-02, 28, 28 | 100 h | 28 d | 50.00 | 84.00 | 134.00 | - | 134.00 |
    // | half of February, a third of the time | 2026-02, 28, 14 d = 336 h | 112 h | 14 d | 56.00 | 42.00 | 98.00 | 336 h / 3 = 112 h |
    // 112.00 + 84.00 = 196.00 | | made yesterday, always on | 2026-04, 30, 10 | 24 h | 1 d | 12.00 | 2.80 | 14.80 | 20 d = 480 h | 252.00 +
    // 21/30 = 58.80: 310.80 | | made yesterday, never on | 2026-04, 30, 10 | 0 h | 1 d | 0.00 | 2.80 | 2.80 | 0 h | 58.80 |
    // | made this moment | 2026-04, 30, 10 | 0 h | 0 d | 0.00 | 0.00 | 0.00 | nothing to tell from | - |
    [Theory]
    [InlineData("2026-02", "2026-03-02T00:00:00Z", 100 * 3600, 28 * Day, "50.00", "84.00", "134.00", "134.00")]
    [InlineData("2026-02", "2026-02-15T00:00:00Z", 112 * 3600, 14 * Day, "56.00", "42.00", "98.00", "196.00")]
    [InlineData("2026-04", "2026-04-11T00:00:00Z", 24 * 3600, 1 * Day, "12.00", "2.80", "14.80", "310.80")]
    [InlineData("2026-04", "2026-04-11T00:00:00Z", 0, 1 * Day, "0.00", "2.80", "2.80", "58.80")]
    [InlineData("2026-04", "2026-04-11T00:00:00Z", 0, 0, "0.00", "0.00", "0.00", null)]
    public async Task An_hourly_machine_costs_its_hours_and_is_projected_at_its_share_of_the_time(
        string month, string now, double ran, double kept, string compute, string storage, string cost, string? projected)
    {
        var use = await ReadAsync("hourlyRate", "0.50", month, now, ran, kept);
        Assert.Equal(
            [compute, storage, cost, projected],
            [Text(use.ComputeCost), Text(use.StorageCost), Text(use.Cost), Text(use.ProjectedCost)]);
        Assert.False(use.IsEstimate);
    }

    // Machine $300.00 a month, storage $84.00 a month.
    //
    // | case | month, days, elapsed | storage kept | of the flat price | compute | storage | cost | projected | estimate |
    // |---|---|---|---|---|---|---|---|---|
    // | there all the month, on the 11th | 2026-04, 30, 10 d | 10 d | all | 300.00 | 28.00 | 328.00 | 384.00 | no |
    // | kept a quarter of an hour less | 2026-04, 30, 10 d | 10 d - 900 s | all | 300.00 | 27.97 | 327.97 | 383.97 | no |
    // | made on the 6th, on the 11th | 2026-04, 30, 10 d | 5 d | 25/30 | 250.00 | 14.00 | 264.00 | 250.00 + 25/30 * 84.00 = 320.00 | yes |
    // | made on 21 February, read in March | 2026-02, 28, 28 d | 8 d | 8/28 | 85.714 = 85.71 | 24.00 | 109.71 | 109.71 | yes |
    // | a month before it was made | 2026-02, 28, 28 d | 0 d | 0 | 0.00 | 0.00 | 0.00 | 0.00 | yes |
    // | a month that has not begun | 2026-05, 31, 0 d | 0 d | all, later | 0.00 | 0.00 | 0.00 | 384.00 | no |
    [Theory]
    [InlineData("2026-04", "2026-04-11T00:00:00Z", 10 * Day, "300.00", "28.00", "328.00", "384.00", false)]
    [InlineData("2026-04", "2026-04-11T00:00:00Z", (10 * Day) - 900, "300.00", "27.97", "327.97", "383.97", false)]
    [InlineData("2026-04", "2026-04-11T00:00:00Z", 5 * Day, "250.00", "14.00", "264.00", "320.00", true)]
    [InlineData("2026-02", "2026-03-05T00:00:00Z", 8 * Day, "85.71", "24.00", "109.71", "109.71", true)]
    [InlineData("2026-02", "2026-03-05T00:00:00Z", 0, "0.00", "0.00", "0.00", "0.00", true)]
    [InlineData("2026-05", "2026-04-11T00:00:00Z", 0, "0.00", "0.00", "0.00", "384.00", false)]
    public async Task A_monthly_machine_costs_its_flat_price_prorated_in_the_month_of_its_creation(
        string month, string now, double kept, string compute, string storage, string cost, string projected, bool isEstimate)
    {
        var use = await ReadAsync("monthlyRate", "300.00", month, now, ran: 3600, kept);
        Assert.Equal(
            [compute, storage, cost, projected],
            [Text(use.ComputeCost), Text(use.StorageCost), Text(use.Cost), Text(use.ProjectedCost)]);
        Assert.Equal(isEstimate, use.IsEstimate);
    }

    [Theory]
    [InlineData("""{"machineId":"psaaa","utilization":{"secondsUsed":1,"hourlyRate":"0.5","billingMonth":"2025-01"}}""")]
    [InlineData("""{"machineId":"psaaa","utilization":null,"storageUtilization":{"secondsUsed":1,"monthlyRate":"5","billingMonth":"2025-01"}}""")]
    [InlineData("""{"utilization":{"secondsUsed":1,"hourlyRate":"0.5","billingMonth":"November"}}""")]
    [InlineData("""{"utilization":{"machineId":"psbbb","secondsUsed":1,"hourlyRate":"0.5","billingMonth":"2026-11"}}""")]
    public async Task The_usage_of_another_month_or_machine_is_an_invalid_response(string body)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var client = TestClient.Of(server.BaseUri, new SkippingTimeProvider(), retries: 0);
        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => client.Machines.GetUtilizationAsync("psaaa", new BillingMonth("2026-11"), TestContext.Current.CancellationToken));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
    }

    [Theory]
    [InlineData("""{"machineId":"psaaa","utilization":null,"storageUtilization":null}""")]
    [InlineData("{}")]
    public async Task A_missing_usage_is_an_incomplete_one_of_the_requested_month(string body)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var client = TestClient.Of(server.BaseUri, new SkippingTimeProvider(), retries: 0);
        var use = await client.Machines.GetUtilizationAsync("psaaa", new BillingMonth("2026-11"), TestContext.Current.CancellationToken);
        Assert.Equal(("psaaa", "2026-11", null, false), (use.MachineId, use.BillingMonth, use.Cost, use.IsComplete));
        Assert.Equal("The usage of the machine is unknown. The usage of the storage is unknown.", use.MissingData);
    }

    [Fact]
    public async Task Months_are_requested_in_turn_and_returned_in_order()
    {
        await using var server = ScriptedServer.Replying(request =>
        {
            var month = request.Query.Split("billingMonth=")[1];
            return Reply.Json(
                $$"""{"machineId":"psec02yp2","utilization":{"secondsUsed":3600,"hourlyRate":"0.51","billingMonth":"{{month}}"} }""");
        });
        using var client = TestClient.Of(server.BaseUri, pagesInFlight: 2);
        var months = BillingMonth.Range(new BillingMonth("2021-11"), new BillingMonth("2022-03"));
        var read = await client.Machines.GetUtilizationAsync(
            "psec02yp2",
            null,
            months,
            TestContext.Current.CancellationToken);
        Assert.Equal(["2021-11", "2021-12", "2022-01", "2022-02", "2022-03"], read.Select(month => month.BillingMonth));
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public void A_range_of_months_is_forward()
    {
        Assert.Equal(
            ["2025-12", "2026-01"],
            BillingMonth.Range(new BillingMonth("2025-12"), new BillingMonth("2026-01")).Select(month => month.ToString()));
        Assert.Equal(
            ["2026-01"],
            BillingMonth.Range(new BillingMonth("2026-01"), new BillingMonth("2026-01")).Select(month => month.ToString()));
        var error = Assert.Throws<PaperspaceException>(() => BillingMonth.Range(new BillingMonth("2026-02"), new BillingMonth("2026-01")));
        Assert.Contains("2026-02 to 2026-01", error.Message, StringComparison.Ordinal);
    }

    private static string? Text(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture);

    private static async Task<MachineUtilization> ReadAsync(string rateName, string rate, string month, string now, double ran, double kept)
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"machineId":"psec02yp2","utilization":{"machineId":"psec02yp2","secondsUsed":{{ran}},"{{rateName}}":"{{rate}}","billingMonth":"{{month}}"},
            "storageUtilization":{"machineId":"psec02yp2","secondsUsed":{{kept}},"monthlyRate":"84.00","billingMonth":"{{month}}"} }
            """);
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var client = TestClient.Of(server.BaseUri, new SkippingTimeProvider(MachineHistory.Time(now)));
        return await client.Machines.GetUtilizationAsync("psec02yp2", new BillingMonth(month), TestContext.Current.CancellationToken);
    }
}

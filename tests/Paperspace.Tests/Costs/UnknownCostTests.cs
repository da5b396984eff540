using CsCheck;

namespace Paperspace.Tests.Costs;

/// <summary>What of a cost is unknown, and that no projection is below what is spent.</summary>
public sealed class UnknownCostTests
{
    private const string Month = "2026-03";

    // Months are UTC: March has 31 d = 744 h, whether clocks change in it or not.
    [Theory]
    [InlineData("2026-03", 744)]
    [InlineData("2026-10", 744)]
    [InlineData("2026-02", 672)]
    [InlineData("2028-02", 696)]
    public void A_month_has_as_many_hours_as_its_days(string month, double hours)
    {
        Assert.Equal(hours, new BillingMonth(month).Length.TotalHours);
        var use = NewUse(hours * 3600, 0.50m, hours * 3600, 84m, month);
        use.ReadAt = new BillingMonth(month).End;
        Assert.Equal(((decimal)hours * 0.50m, 84m, true), (use.ComputeCost, use.StorageCost, use.IsComplete));
    }

    // At half of March, 372 h: ran 100 h at $0.50, storage $84 a month.
    [Theory]
    [InlineData(100d, "0.50", "84", "50.00", "42.00", "92.00", true, null)]
    [InlineData(100d, null, "84", null, "42.00", "42.00", false, "The hourly price is unknown.")]
    [InlineData(100d, "0.50", null, "50.00", null, "50.00", false, "The storage price is unknown.")]
    [InlineData(100d, "-0.50", "84", null, "42.00", "42.00", false, "The hourly price is unknown.")]
    [InlineData(100d, "1000001", "84", null, "42.00", "42.00", false, "The hourly price is unknown.")]
    [InlineData(100d, "79228162514264337593543950335", "84", null, "42.00", "42.00", false, "The hourly price is unknown.")]
    [InlineData(100d, "0.50", "-84", "50.00", null, "50.00", false, "The storage price is unknown.")]
    [InlineData(null, "0.50", "84", null, "42.00", "42.00", false, "The hours of the machine are unknown.")]
    [InlineData(double.NaN, "0.50", "84", null, "42.00", "42.00", false, "The hours of the machine are unknown.")]
    [InlineData(-1d, "0.50", "84", null, "42.00", "42.00", false, "The hours of the machine are unknown.")]
    [InlineData(100d, null, null, null, null, null, false, "The hourly price is unknown. The storage price is unknown.")]
    public void Unknown_amounts_are_null_and_named(
        double? hours, string? rate, string? storageRate, string? compute, string? storage, string? cost, bool isComplete, string? missing)
    {
        var use = NewUse(hours * 3600, Amount(rate), 372 * 3600, Amount(storageRate), Month);
        use.ReadAt = new DateTimeOffset(2026, 3, 16, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal((Amount(compute), Amount(storage), Amount(cost)), (use.ComputeCost, use.StorageCost, use.Cost));
        Assert.Equal((isComplete, missing), (use.IsComplete, use.MissingData));
        Assert.Equal(hours is null or < 0 or double.NaN ? null : hours, use.HoursUsed);
    }

    [Fact]
    public void A_missing_usage_is_unknown()
    {
        var use = new MachineUtilization { StorageUtilization = new Usage { BillingMonth = Month, SecondsUsed = 3600, MonthlyRate = 84m } };
        Assert.Equal((null, null, false), (use.HoursUsed, use.ComputeCost, use.IsComplete));
        Assert.Equal("The usage of the machine is unknown.", use.MissingData);
    }

    [Fact]
    public void A_projection_is_never_below_the_cost_and_a_sum_equals_its_parts() =>
        (from elapsed in Gen.Double[0, 744]
         from ran in Gen.Double[0, 1]
         from kept in Gen.Double[0, 1]
         from rate in Gen.Decimal[0, 50].Nullable()
         from storageRate in Gen.Decimal[0, 500].Nullable()
         from isFlat in Gen.Bool
         from isDeleted in Gen.Bool
         select (elapsed, ran, kept, rate, storageRate, isFlat, isDeleted))
        .Sample(
            it =>
            {
                var storageSeconds = it.elapsed * it.kept * 3600;
                var use = NewUse(storageSeconds * it.ran, it.isFlat ? null : it.rate, storageSeconds, it.storageRate, Month);
                if (it.isFlat) use.Utilization!.MonthlyRate = it.rate;
                use.ReadAt = new BillingMonth(Month).Start + TimeSpan.FromHours(it.elapsed);
                if (it.isDeleted) use.DtDeleted = use.ReadAt;
                Assert.False(use.ProjectedCost < use.Cost);
                Assert.False(use.ProjectedComputeCost < use.ComputeCost);
                Assert.False(use.ProjectedStorageCost < use.StorageCost);
                Assert.Equal(use.Cost ?? 0, (use.ComputeCost ?? 0) + (use.StorageCost ?? 0));
                if (it.rate is null) Assert.Null(use.ComputeCost);
                if (it.storageRate is null) Assert.Null(use.StorageCost);
                if (it.rate is null || it.storageRate is null) Assert.False(use.IsComplete);
            },
            iter: 2000);

    private static MachineUtilization NewUse(double? ran, decimal? rate, double kept, decimal? storageRate, string month) => new()
    {
        MachineId = "psaaa",
        Utilization = new Usage { BillingMonth = month, SecondsUsed = ran, HourlyRate = rate },
        StorageUtilization = new Usage { BillingMonth = month, SecondsUsed = kept, MonthlyRate = storageRate },
    };

    private static decimal? Amount(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

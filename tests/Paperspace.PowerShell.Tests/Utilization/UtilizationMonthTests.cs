using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Utilization;

/// <summary>Which months the use of machines is read of.</summary>
public abstract class UtilizationMonthTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    [Theory]
    [InlineData("2022-13")]
    [InlineData("03-2022")]
    [InlineData("now")]
    [InlineData("2569-11")]
    [InlineData("0065-11")]
    [InlineData("([datetime]::MinValue)")]
    public async Task An_invalid_month_is_an_error_that_names_it(string month)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var error = host.Run($"Get-PsMachineUtilization psaaa -BillingMonth {month}").Error;
        Assert.Contains("BillingMonth", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("yyyy-MM", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Theory]
    [InlineData("-BillingMonth 2021-12, 2022-01", "2021-12 2022-01")]
    [InlineData("-BillingMonth 2022-01, '2022-01', ([datetime]'2022-01-31')", "2022-01")]
    [InlineData("-From 2021-11 -To 2022-02", "2021-11 2021-12 2022-01 2022-02")]
    [InlineData("-From ([datetime]'2022-01-31') -To ([datetimeoffset]'2022-02-01T01:00:00+14:00')", "2022-01")]
    [InlineData("-From 2022-02", "2022-02 2022-03")]
    [InlineData("", "2022-03")]
    public void Months_are_many_or_a_range_up_to_the_current_one(string parameters, string months)
    {
        using var host = new FastHost(api, Two);
        var used = host.Run($"Get-PsMachine | Get-PsMachineUtilization {parameters}").Succeeded().All<MachineUtilization>();
        Assert.Equal(
            Two.SelectMany(machine => months.Split(' ').Select(month => $"{machine.Id} {month}")),
            used.OrderBy(use => use.MachineId, StringComparer.Ordinal).Select(use => $"{use.MachineId} {use.BillingMonth}"));
    }

    [Theory]
    [InlineData("-From 2022-03 -To 2022-01", "ends before it begins")]
    [InlineData("-From 2022-03 -BillingMonth 2022-01", "AmbiguousParameterSet")]
    [InlineData("-From 2022-01, 2022-02", "where one was expected")]
    public void Contradictory_months_are_rejected(string parameters, string says)
    {
        using var host = new FastHost(api, Two);
        var error = host.Run($"Get-PsMachineUtilization psaaa {parameters}").Error;
        Assert.Contains(says, $"{error} {error.FullyQualifiedErrorId}", StringComparison.Ordinal);
        Assert.Empty(host.Lines());
    }
}

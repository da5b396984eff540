using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Utilization;

/// <summary>How the use of machines is read.</summary>
public sealed class GetPsMachineUtilizationTests
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    [Fact]
    public async Task Each_machine_gives_its_use_of_the_current_month_with_its_cost()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Clock.Advance(TimeSpan.FromHours(10));
        var month = DateTime.UtcNow.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var used = host.Run("Get-PsMachine | Get-PsMachineUtilization -BillingMonth 2026-03").Succeeded().All<MachineUtilization>();
        Assert.Equal(["psaaa", "psbbb"], used.Select(item => item.MachineId).Order());
        Assert.All(used, item =>
        {
            Assert.True(item.HoursUsed >= 10, item.MachineId);
            Assert.Equal(0.51m, item.HourlyRate);
            Assert.Equal(item.ComputeCost + item.StorageCost, item.Cost);
            Assert.NotNull(item.MachineName);
        });
        host.Run("Get-PsMachineUtilization psaaa").Succeeded();
        Assert.Equal($"GET /machines/getUtilization?machineId=psaaa&billingMonth={month}", host.Lines()[^1]);
    }

    [Theory]
    [InlineData("2022-03", "2022-03")]
    [InlineData("([datetime]'2022-03-14')", "2022-03")]
    [InlineData("([datetimeoffset]'2022-03-14T00:00:00Z')", "2022-03")]
    [InlineData("([Collections.ArrayList]@('2022-03'))", "2022-03")]
    public async Task The_month_is_a_text_or_a_date(string month, string sent)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run($"Get-PsMachineUtilization psaaa {month}").Succeeded();
        Assert.Equal([$"GET /machines/getUtilization?machineId=psaaa&billingMonth={sent}"], host.Lines());
    }

    [Theory]
    [InlineData("2022-13")]
    [InlineData("03-2022")]
    [InlineData("now")]
    [InlineData("2569-11")]
    [InlineData("0065-11")]
    [InlineData("([datetime]::MinValue)")]
    public async Task Another_form_of_month_is_refused_by_name(string month)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var error = host.Run($"Get-PsMachineUtilization psaaa -BillingMonth {month}").Error;
        Assert.Contains("BillingMonth", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("yyyy-MM", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }
}

using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Utilization;

/// <summary>How the use of machines is read.</summary>
public sealed class GetPsMachineUtilizationTests
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    [Fact]
    public async Task The_usage_of_each_machine_in_the_current_month_has_its_cost()
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
        Assert.Equal($"GET /machines/getUtilization?machineId=psaaa&billingMonth={month}", Uses(host)[^1]);
    }

    [Theory]
    [InlineData("2022-03", "2022-03")]
    [InlineData("([datetime]'2022-03-14')", "2022-03")]
    [InlineData("([datetimeoffset]'2022-03-14T00:00:00Z')", "2022-03")]
    [InlineData("([Collections.ArrayList]@('2022-03'))", "2022-03")]
    public async Task The_month_is_a_string_or_a_date(string month, string sent)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run($"Get-PsMachineUtilization psaaa {month}").Succeeded();
        Assert.Equal([$"GET /machines/getUtilization?machineId=psaaa&billingMonth={sent}"], Uses(host));
    }

    // Made at 16:00 on 14 March 2022: create takes 32 s and start 25 s, so that it runs from 16:00:57. Read 10 h later, at 2:00:57.
    // It ran 10 h at $0.51 = $5.10; its storage was kept 36,057 s of the month's 2,678,400 s at $5.00 = $0.067 = $0.07.
    // Of the month 13 d 16 h + 36,057 s = 1,216,857 s have gone by, 1,461,543 s are left. It ran for 36,000/36,057 of the time: of what is
    // left, 1,459,232.6 s = 405.34 h at $0.51 = $206.72; with the $5.10 so far $211.82.
    // Storage: (36,057 + 1,461,543) / 2,678,400 * $5.00 = $2.7957 = $2.80.
    [Theory]
    [InlineData(PaperspaceApiVersion.Core, false)]
    [InlineData(PaperspaceApiVersion.V1, true)]
    public void Both_APIs_report_the_same_cost(PaperspaceApiVersion api, bool isEstimate)
    {
        using var host = new FastHost(api);
        host.Run("$machine = New-PsMachine new -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4").Succeeded();
        host.Clock.Advance(TimeSpan.FromSeconds(36_057));
        foreach (var script in new[] { "Get-PsMachine | Get-PsMachineUtilization", "(Get-PsMachine).Id | Get-PsMachineUtilization" })
        {
            var use = host.Run(script).Succeeded().Single<MachineUtilization>();
            Assert.Equal(
                (10, 5.10m, 0.07m, 5.17m, 214.62m),
                (use.HoursUsed, use.ComputeCost, use.StorageCost, use.Cost, use.ProjectedCost));
            Assert.Equal((isEstimate, null), (use.IsEstimate, use.MissingData));
        }
    }

    [Fact]
    public void The_cost_of_a_deleted_machine_object_is_returned()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1);
        host.Run("New-PsMachine new -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4").Succeeded();
        host.Clock.Advance(TimeSpan.FromSeconds(36_057));
        var use = host.Run(
                "$machine = Get-PsMachine; $machine | Remove-PsMachine -Wait -Confirm:$false; $machine | Get-PsMachineUtilization")
            .Succeeded()
            .Single<MachineUtilization>();
        Assert.Equal((5.10m, use.Cost), (use.ComputeCost, use.ProjectedCost));
        Assert.NotNull(use.DtDeleted);
    }

    /// <summary>The requests but those for the machine's name.</summary>
    private static string[] Uses(SimulatedHost host) =>
        [.. host.Lines().Where(line => line.Contains("getUtilization", StringComparison.Ordinal))];
}

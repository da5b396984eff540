using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

public sealed class UtilizationTests
{
    [Fact]
    public void Has_the_shape_of_the_reference()
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId();
        simulator.Pass(120);

        var expected = """
            {"machineId":"ID","utilization":{"machineId":"ID","secondsUsed":63.0,"hourlyRate":"0.51","billingMonth":"2022-03"},
            "storageUtilization":{"machineId":"ID","secondsUsed":120.0,"monthlyRate":"5.00","billingMonth":"2022-03"}}
            """;
        Assert.Equal(
            expected.Replace("ID", id, StringComparison.Ordinal).ReplaceLineEndings(""),
            Utilization(simulator, id, "2022-03").ToJsonString());
    }

    [Fact]
    public void A_monthly_machine_has_a_monthly_rate_only()
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId(("billingType", "monthly"), ("machineType", "GPU+"));
        simulator.Pass(57 + 36_000);

        var utilization = Utilization(simulator, id, "2022-03")["utilization"]!;

        Assert.Equal(
            $$"""{"machineId":"{{id}}","secondsUsed":36000.0,"monthlyRate":"263.00","billingMonth":"2022-03"}""",
            utilization.ToJsonString());
    }

    [Fact]
    public void Usage_grows_only_while_the_machine_runs_and_storage_always()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        var (used, kept) = Seconds(simulator);

        simulator.Pass(100);
        Assert.Equal((used, kept + 100), Seconds(simulator));

        simulator.Act("start");
        simulator.Pass(125);
        Assert.Equal((used + 100, kept + 225), Seconds(simulator));

        simulator.Act("stop");
        simulator.Pass(168);
        Assert.Equal((used + 168, kept + 393), Seconds(simulator));
    }

    [Fact]
    public void A_month_counts_only_its_own_seconds_in_utc()
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId();
        simulator.Clock.SetUtcNow(new DateTimeOffset(2022, 5, 10, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(30 * 86400, (double)Utilization(simulator, id, "2022-04")["utilization"]!["secondsUsed"]!);
        Assert.Equal(30 * 86400, (double)Utilization(simulator, id, "2022-04")["storageUtilization"]!["secondsUsed"]!);
        Assert.Equal(9 * 86400, (double)Utilization(simulator, id, "2022-05")["utilization"]!["secondsUsed"]!);
    }

    [Theory]
    [InlineData("2021-01")]
    [InlineData("2022-05")]
    public void A_month_without_the_machine_has_no_usage_and_rates_of_0(string month)
    {
        var simulator = SimulatorFixture.WithMachine();

        var utilization = Utilization(simulator, "psmachine", month);

        Assert.Equal(
            $$"""{"machineId":"psmachine","secondsUsed":0,"hourlyRate":0,"billingMonth":"{{month}}"}""",
            utilization["utilization"]!.ToJsonString());
        Assert.Equal(
            $$"""{"machineId":"psmachine","secondsUsed":0,"monthlyRate":0,"billingMonth":"{{month}}"}""",
            utilization["storageUtilization"]!.ToJsonString());
    }

    [Fact]
    public void Seeded_machines_have_a_history()
    {
        var simulator = new SimulatorFixture(new() { Machines = 20 });

        Assert.All(simulator.List().Ids, id =>
        {
            var months = new[] { "2022-01", "2022-02", "2022-03" };
            Assert.True(months.Sum(month => (double)Utilization(simulator, id, month)["utilization"]!["secondsUsed"]!) > 0);
        });
    }

    [Theory]
    [InlineData("2022")]
    [InlineData("2022-13")]
    [InlineData("2022-3")]
    [InlineData("22-03")]
    [InlineData("2022-03-01")]
    [InlineData("march")]
    [InlineData("0000-00")]
    [InlineData("9999-12")]
    public void An_invalid_month_is_rejected(string month)
    {
        var response = SimulatorFixture.WithMachine().Get($"/machines/getUtilization?machineId=psmachine&billingMonth={month}");

        Assert.Equal(400, response.Status);
        Assert.Equal("Parameter `billingMonth` expected to be in YYYY-MM format", response.ErrorMessage);
    }

    [Fact]
    public void Unknown_machines_and_missing_parameters_are_errors()
    {
        var simulator = SimulatorFixture.WithMachine();

        Assert.Equal("Machine not found", simulator.Get("/machines/getUtilization?machineId=psnowhere&billingMonth=2022-03").ErrorMessage);
        Assert.Equal("Missing required parameter `machineId`", simulator.Get("/machines/getUtilization").ErrorMessage);
        Assert.Equal(
            "Missing required parameter `billingMonth`",
            simulator.Get("/machines/getUtilization?machineId=psmachine").ErrorMessage);
    }

    private static JsonNode Utilization(SimulatorFixture simulator, string id, string month) =>
        simulator.Get($"/machines/getUtilization?machineId={id}&billingMonth={month}").Json;

    private static (double Used, double Kept) Seconds(SimulatorFixture simulator)
    {
        var utilization = Utilization(simulator, "psmachine", "2022-03");
        return (
            Math.Round((double)utilization["utilization"]!["secondsUsed"]!, 3),
            Math.Round((double)utilization["storageUtilization"]!["secondsUsed"]!, 3));
    }
}

using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

public class UtilizationTests
{
    [Fact]
    public void Has_the_shape_of_the_reference()
    {
        var lab = new Lab();
        var id = lab.CreateId();
        lab.Pass(120);

        var expected = """
            {"machineId":"ID","utilization":{"machineId":"ID","secondsUsed":63.0,"hourlyRate":"0.51","billingMonth":"2022-03"},
            "storageUtilization":{"machineId":"ID","secondsUsed":120.0,"monthlyRate":"5.00","billingMonth":"2022-03"}}
            """;
        Assert.Equal(
            expected.Replace("ID", id, StringComparison.Ordinal).ReplaceLineEndings(""),
            Utilization(lab, id, "2022-03").ToJsonString());
    }

    [Fact]
    public void Use_grows_only_while_the_machine_runs_and_storage_always()
    {
        var lab = Lab.WithMachine("off");
        var (used, kept) = Seconds(lab);

        lab.Pass(100);
        Assert.Equal((used, kept + 100), Seconds(lab));

        lab.Act("start");
        lab.Pass(125);
        Assert.Equal((used + 100, kept + 225), Seconds(lab));

        lab.Act("stop");
        lab.Pass(168);
        Assert.Equal((used + 168, kept + 393), Seconds(lab));
    }

    [Fact]
    public void A_month_counts_only_its_own_seconds_in_utc()
    {
        var lab = new Lab();
        var id = lab.CreateId();
        lab.Clock.SetUtcNow(new DateTimeOffset(2022, 5, 10, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(30 * 86400, (double)Utilization(lab, id, "2022-04")["utilization"]!["secondsUsed"]!);
        Assert.Equal(30 * 86400, (double)Utilization(lab, id, "2022-04")["storageUtilization"]!["secondsUsed"]!);
        Assert.Equal(9 * 86400, (double)Utilization(lab, id, "2022-05")["utilization"]!["secondsUsed"]!);
    }

    [Theory]
    [InlineData("2021-01")]
    [InlineData("2022-05")]
    public void A_month_without_the_machine_has_no_use_and_the_number_0_for_rates(string month)
    {
        var lab = Lab.WithMachine();

        var utilization = Utilization(lab, "psmachine", month);

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
        var lab = new Lab(new() { Machines = 20 });

        Assert.All(lab.List().Ids, id =>
        {
            var months = new[] { "2022-01", "2022-02", "2022-03" };
            Assert.True(months.Sum(month => (double)Utilization(lab, id, month)["utilization"]!["secondsUsed"]!) > 0);
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
    public void A_month_of_another_form_is_refused(string month)
    {
        var reply = Lab.WithMachine().Get($"/machines/getUtilization?machineId=psmachine&billingMonth={month}");

        Assert.Equal(400, reply.Status);
        Assert.Equal("Parameter `billingMonth` expected to be in YYYY-MM format", reply.ErrorMessage);
    }

    [Fact]
    public void Unknown_machines_and_missing_parameters_are_said_to_be_so()
    {
        var lab = Lab.WithMachine();

        Assert.Equal("Machine not found", lab.Get("/machines/getUtilization?machineId=psnowhere&billingMonth=2022-03").ErrorMessage);
        Assert.Equal("Missing required parameter `machineId`", lab.Get("/machines/getUtilization").ErrorMessage);
        Assert.Equal("Missing required parameter `billingMonth`", lab.Get("/machines/getUtilization?machineId=psmachine").ErrorMessage);
    }

    private static JsonNode Utilization(Lab lab, string id, string month) =>
        lab.Get($"/machines/getUtilization?machineId={id}&billingMonth={month}").Json;

    private static (double Used, double Kept) Seconds(Lab lab)
    {
        var utilization = Utilization(lab, "psmachine", "2022-03");
        return (
            Math.Round((double)utilization["utilization"]!["secondsUsed"]!, 3),
            Math.Round((double)utilization["storageUtilization"]!["secondsUsed"]!, 3));
    }
}

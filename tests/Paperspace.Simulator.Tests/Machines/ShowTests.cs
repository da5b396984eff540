namespace Paperspace.Simulator.Tests;

public sealed class ShowTests
{
    [Fact]
    public void Has_events_and_no_internal_id()
    {
        var machine = SimulatorFixture.WithMachine().Show().Json.AsObject();

        Assert.Equal("events", machine.Last().Key);
        Assert.False(machine.ContainsKey("internalId"));
    }

    [Fact]
    public void Shows_at_most_the_ten_newest_events_newest_first()
    {
        var simulator = SimulatorFixture.WithMachine();
        for (var i = 0; i < 12; i++)
        {
            simulator.Act("restart");
            simulator.Pass(60);
        }

        var created = simulator.Field("events")!.AsArray().Select(machineEvent => (string)machineEvent!["dtCreated"]!).ToList();
        Assert.Equal(10, created.Count);
        Assert.Equal(created.OrderDescending(), created);
        Assert.All(simulator.Events(), machineEvent => Assert.Equal("restart done", machineEvent));
    }

    [Fact]
    public void Ignores_the_state_parameter_of_the_official_wait() =>
        Assert.Equal(200, SimulatorFixture.WithMachine().Get("/machines/getMachinePublic?machineId=psmachine&state=off").Status);

    [Fact]
    public void An_unknown_machine_is_a_wrapped_404()
    {
        var response = new SimulatorFixture().Show("psnowhere");

        Assert.Equal(404, response.Status);
        Assert.Equal("""{"error":{"name":"Error","status":404,"message":"Machine not found"}}""", response.Response.Body);
    }

    [Fact]
    public void A_missing_id_is_an_error_that_names_it() =>
        Assert.Equal("Missing required parameter `machineId`", new SimulatorFixture().Get("/machines/getMachinePublic").ErrorMessage);
}

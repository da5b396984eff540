namespace Paperspace.Simulator.Tests;

public sealed class SeedTests
{
    [Theory]
    [InlineData("ready")]
    [InlineData("off")]
    [InlineData("serviceready")]
    [InlineData("hibernating")]
    public void A_settled_state_does_not_change(string state) => Assert.Equal([state], SimulatorFixture.WithMachine(state).StatesDuring(300));

    [Theory]
    [InlineData("provisioning", "provisioning", "serviceready", "ready")]
    [InlineData("starting", "starting", "serviceready", "ready")]
    [InlineData("stopping", "stopping", "off")]
    [InlineData("restarting", "restarting", "ready")]
    [InlineData("upgrading", "upgrading", "ready")]
    public void A_transitional_state_has_just_begun_and_continues(string state, params string[] expected) =>
        Assert.Equal(expected, SimulatorFixture.WithMachine(state).StatesDuring(300));

    [Fact]
    public void The_random_seed_determines_the_responses()
    {
        static string? List(int seed) => new SimulatorFixture(new() { Machines = 50, RandomSeed = seed }).List().Response.Body;

        Assert.Equal(List(7), List(7));
        Assert.NotEqual(List(7), List(8));
    }

    [Fact]
    public void Generated_machines_differ_in_state_type_and_region_and_have_unique_names_and_addresses()
    {
        var machines = new SimulatorFixture(new() { Machines = 1000 }).List().Items;

        Assert.Equal(["off", "ready"], machines.Select(machine => (string)machine["state"]!).Distinct().Order());
        Assert.True(machines.Select(machine => (string)machine["machineType"]!).Distinct().Count() > 3);
        Assert.Equal(3, machines.Select(machine => (string)machine["region"]!).Distinct().Count());
        Assert.Equal(1000, machines.Select(machine => (string)machine["name"]!).Distinct().Count());
        Assert.Equal(1000, machines.Select(machine => (string)machine["privateIpAddress"]!).Distinct().Count());
    }

    [Fact]
    public void An_unknown_machine_type_is_accepted()
    {
        var simulator = new SimulatorFixture(new() { Seeds = [new MachineSeed { Name = "New", MachineType = "B200" }] });

        Assert.Equal("B200", (string)simulator.List().Items[0]["machineType"]!);
    }

    [Fact]
    public void Options_out_of_range_are_errors_that_name_them()
    {
        Assert.Equal("Speed", Refused(new() { Speed = 0 }));
        Assert.Equal("Speed", Refused(new() { Speed = double.NaN }));
        Assert.Equal("Machines", Refused(new() { Machines = -1 }));
        Assert.Equal("PageLimit", Refused(new() { PageLimit = 0 }));
        Assert.Equal("Jitter", Refused(new() { Jitter = 1 }));

        static string? Refused(SimulatorOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedPaperspace(options)).ParamName;
    }
}

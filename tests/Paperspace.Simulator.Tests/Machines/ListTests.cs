namespace Paperspace.Simulator.Tests;

public sealed class ListTests
{
    [Fact]
    public void Shows_the_internal_id_and_no_events()
    {
        var machine = SimulatorFixture.WithMachine().List().Items[0];

        Assert.Equal("internalId", machine.Last().Key);
        Assert.True((long)machine["internalId"]! > 0);
        Assert.False(machine.ContainsKey("events"));
    }

    [Fact]
    public void The_pages_of_a_hundred_thousand_machines_have_each_machine_once()
    {
        var simulator = new SimulatorFixture(new() { Machines = 100_000 });
        var ids = new HashSet<string>();
        for (var skip = 0; skip < 100_000; skip += 1000)
        {
            var page = simulator.List($"?limit=1000&skip={skip}").Ids;
            Assert.Equal(1000, page.Count);
            ids.UnionWith(page);
        }

        Assert.Equal(100_000, ids.Count);
        Assert.Empty(simulator.List("?skip=100000").Items);
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("?limit=5", 5)]
    [InlineData("?limit=5000", 20)]
    [InlineData("?limit=0", 0)]
    [InlineData("?skip=25", 5)]
    [InlineData("?limit=3&skip=28", 2)]
    [InlineData("?skip=30", 0)]
    public void Limit_defaults_to_and_is_capped_at_the_page_limit(string query, int expected) =>
        Assert.Equal(expected, new SimulatorFixture(new() { Machines = 30, PageLimit = 20 }).List(query).Items.Count);

    [Theory]
    [InlineData("limit")]
    [InlineData("skip")]
    public void A_limit_or_skip_that_is_not_a_number_is_rejected(string parameter)
    {
        var simulator = new SimulatorFixture();

        Assert.All(["-1", "many", "1.5", "99999999999"], value =>
        {
            var response = simulator.List($"?{parameter}={value}");
            Assert.Equal(400, response.Status);
            Assert.Equal($"Parameter `{parameter}` expected to be a number", response.ErrorMessage);
        });
    }

    [Theory]
    [InlineData("machineId", "psmachine")]
    [InlineData("name", "Machine")]
    [InlineData("os", "Ubuntu 20.04.1 LTS; uname: 4.15.0-38-generic; distro: ubuntu; major: 20; minor: 04")]
    [InlineData("ram", "32212254720")]
    [InlineData("cpus", "8")]
    [InlineData("gpu", "Quadro P4000")]
    [InlineData("storageTotal", "53687091200")]
    [InlineData("usageRate", "P4000 hourly")]
    [InlineData("shutdownTimeoutInHours", "24")]
    [InlineData("performAutoSnapshot", "true")]
    [InlineData("autoSnapshotFrequency", "week")]
    [InlineData("autoSnapshotSaveCount", "4")]
    [InlineData("agentType", "LinuxHeadless")]
    [InlineData("state", "ready")]
    [InlineData("networkId", "nng82wb")]
    [InlineData("privateIpAddress", "10.64.0.1")]
    [InlineData("publicIpAddress", "198.18.0.1")]
    [InlineData("region", "East Coast (NY2)")]
    public void Filters_match_exactly(string filter, string value)
    {
        var simulator = TwoMachines();

        Assert.Equal(["psmachine"], simulator.List($"?{filter}={Uri.EscapeDataString(value)}").Ids);
        Assert.Empty(simulator.List($"?{filter}={Uri.EscapeDataString(value + "x")}").Ids);
    }

    [Theory]
    [InlineData("storageUsed")]
    [InlineData("dtCreated")]
    public void Filters_match_the_values_in_the_list(string filter)
    {
        var simulator = TwoMachines();
        var shown = (string)simulator.List().Items[0][filter]!;

        Assert.Equal(["psmachine"], simulator.List($"?{filter}={Uri.EscapeDataString(shown)}").Ids);
    }

    [Fact]
    public void Filters_match_flags_owners_teams_and_scripts()
    {
        var simulator = TwoMachines();
        var own = simulator.CreateId(("userId", "u3z4be26"), ("teamId", "tmine"), ("scriptId", "sc1"));
        simulator.Pass(60);
        var lastRun = (string)simulator.Field("dtLastRun", own)!;

        Assert.Equal([own], simulator.List("?userId=u3z4be26").Ids);
        Assert.Equal([own], simulator.List("?teamId=tmine").Ids);
        Assert.Equal([own], simulator.List("?scriptId=sc1").Ids);
        Assert.Equal([own], simulator.List($"?dtLastRun={lastRun}").Ids);
        Assert.Equal(3, simulator.List("?updatesPending=false").Items.Count);
        Assert.Empty(simulator.List("?updatesPending=true").Items);
    }

    [Fact]
    public void A_date_matches_in_any_iso_form_of_the_same_moment()
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId();

        Assert.Equal([id], simulator.List("?dtCreated=2022-03-14T15:00:00Z").Ids);
        Assert.Equal([id], simulator.List("?dtCreated=2022-03-14T16%3A00%3A00%2B01%3A00").Ids);
        Assert.Empty(simulator.List("?dtCreated=yesterday").Ids);
    }

    [Fact]
    public void The_literal_null_searches_for_null()
    {
        var simulator = TwoMachines();

        Assert.Equal(["psother"], simulator.List("?publicIpAddress=null").Ids);
        Assert.Equal(["psother"], simulator.List("?autoSnapshotFrequency=null").Ids);
    }

    [Fact]
    public void Filters_combine_and_come_before_limit_and_skip()
    {
        var simulator = new SimulatorFixture(new() { Machines = 200 });
        var off = simulator.List("?state=off").Ids;

        Assert.NotEmpty(off);
        Assert.Equal(off.Skip(2).Take(3), simulator.List("?state=off&limit=3&skip=2").Ids);
        Assert.All(
            simulator.List("?state=off&usageRate=C5%20hourly").Items,
            machine => Assert.Equal("C5", (string)machine["machineType"]!));
    }

    [Fact]
    public void Id_and_unknown_parameters_are_not_filters() =>
        Assert.Equal(2, TwoMachines().List("?id=psmachine&colour=blue").Items.Count);

    [Fact]
    public void A_plus_sign_is_a_space_and_an_encoded_one_is_a_plus()
    {
        var simulator = new SimulatorFixture(new() { Seeds = [new MachineSeed { Name = "a+b" }, new MachineSeed { Name = "a b" }] });

        Assert.Equal("a b", (string)Assert.Single(simulator.List("?name=a+b").Items)["name"]!);
        Assert.Equal("a+b", (string)Assert.Single(simulator.List("?name=a%2Bb").Items)["name"]!);
    }

    [Theory]
    [InlineData("""{"params":{"machineId":"psother"}}""")]
    [InlineData("""{"filter":{"where":{"machineId":"psother"},"limit":5,"order":"name"}}""")]
    [InlineData("""{"filter":{"where":{},"limit":1,"skip":1}}""")]
    [InlineData("""{"params":{"publicIpAddress":null}}""")]
    public void Filters_are_accepted_in_the_body_as_other_official_clients_send_them(string body) =>
        Assert.Equal(["psother"], TwoMachines().Send("GET", "/machines/getMachines/", body).Ids);

    private static SimulatorFixture TwoMachines()
    {
        var simulator = new SimulatorFixture(new()
        {
            Seeds =
            [
                new MachineSeed { Id = "psmachine", Name = "Machine", AssignPublicIp = true },
                new MachineSeed
                {
                    Id = "psother",
                    Name = "Other",
                    State = "off",
                    MachineType = "C3",
                    TemplateId = "t17d1a6i",
                    Region = "Europe (AMS1)",
                    Size = 100,
                },
            ],
        });
        simulator.Act("updateMachinePublic", body: new()
        {
            ["shutdownTimeoutInHours"] = 24,
            ["performAutoSnapshot"] = true,
            ["autoSnapshotFrequency"] = "week",
            ["autoSnapshotSaveCount"] = 4,
        });
        return simulator;
    }
}

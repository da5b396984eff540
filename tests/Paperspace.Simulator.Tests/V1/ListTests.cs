namespace Paperspace.Simulator.Tests.V1;

public sealed class ListTests
{
    [Fact]
    public void Pages_follow_the_cursor_newest_first()
    {
        var v1 = new V1Simulator(new SimulatorOptions { Machines = 25 });

        var (ids, pages) = Walk(v1, "/machines?limit=10");

        Assert.Equal(3, pages);
        Assert.Equal(v1.Core.List().Ids.Reverse(), ids);
    }

    [Theory]
    [InlineData("name", "asc")]
    [InlineData("name", "desc")]
    [InlineData("dtCreated", "asc")]
    [InlineData("state", "asc")]
    public void A_list_has_the_requested_order(string orderBy, string order)
    {
        var v1 = new V1Simulator(new SimulatorOptions { Machines = 25 });

        var (ids, _) = Walk(v1, $"/machines?limit=4&orderBy={orderBy}&order={order}");

        var values = ids.Select(id => ((string)v1.Machine(id)[orderBy]!).ToUpperInvariant()).ToList();
        var sorted = values.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(order == "asc" ? sorted : Enumerable.Reverse(sorted), values);
        Assert.Equal(25, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=121", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("orderBy=size", "orderBy")]
    [InlineData("order=up", "order")]
    [InlineData("after=psnowhere", "after")]
    [InlineData("region=mars", "region")]
    public void An_invalid_parameter_is_a_400_that_names_it(string query, string parameter)
    {
        var response = new V1Simulator().Get($"/machines?{query}");

        Assert.Equal(400, response.Status);
        Assert.NotNull(response.Json["details"]!["fieldErrors"]![parameter]);
    }

    [Fact]
    public void The_largest_page_has_120_items()
    {
        var v1 = new V1Simulator(new SimulatorOptions { Machines = 130 });

        Assert.Equal(120, v1.Items("/machines?limit=120").Count);
        Assert.Equal(25, v1.Items("/machines").Count);
    }

    [Theory]
    [InlineData(LastPageCursor.Null, """{"hasMore":false,"nextPage":null,"items":[]}""")]
    [InlineData(LastPageCursor.Empty, """{"hasMore":false,"nextPage":"","items":[]}""")]
    [InlineData(LastPageCursor.Absent, """{"hasMore":false,"items":[]}""")]
    public void The_last_page_has_no_cursor_in_one_of_three_ways(LastPageCursor cursor, string expected) => Assert.Equal(
        expected, new V1Simulator(new SimulatorV1Options { LastPageCursor = cursor }).Get("/machines").Response.Body);

    [Fact]
    public void Pages_can_repeat_the_last_item_of_the_previous_page()
    {
        var v1 = new V1Simulator(new SimulatorOptions { Machines = 10, V1 = new() { RepeatsItemsAcrossPages = true } });

        var (ids, _) = Walk(v1, "/machines?limit=4");

        Assert.True(ids.Count > 10);
        Assert.Equal(10, ids.Distinct().Count());
    }

    [Fact]
    public void A_cursor_is_valid_after_its_machine_is_deleted()
    {
        var v1 = new V1Simulator(new SimulatorOptions { Machines = 9 });
        var cursor = (string)v1.Get("/machines?limit=3").Json["nextPage"]!;
        v1.Paperspace.RemoveAbruptly(cursor);

        Assert.Equal(6, v1.Items($"/machines?after={cursor}").Count);
    }

    [Fact]
    public void Machines_are_filtered_by_name_region_agent_and_type()
    {
        var v1 = new V1Simulator();
        var first = v1.CreateMachine(("name", "Train 1"));
        var second = v1.CreateMachine(("name", "train 2"), ("region", "ca1"), ("machineType", "A4000"));
        var third = v1.CreateMachine(("name", "web"), ("templateId", "tk9izniv"));

        Assert.Equal([second, first], Ids(v1, "name=train"));
        Assert.Equal([second], Ids(v1, "region=CA1"));
        Assert.Equal([second], Ids(v1, "region=West+Coast+%28CA1%29"));
        Assert.Equal([third], Ids(v1, "agentType=WindowsDesktop"));
        Assert.Equal([second], Ids(v1, "machineType=a4000"));
        Assert.Empty(Ids(v1, "machineType=A4000&region=ny2"));
    }

    [Fact]
    public void A_name_can_be_matched_exactly()
    {
        var v1 = new V1Simulator(new SimulatorV1Options { FiltersByPartOfName = false });
        v1.CreateMachine(("name", "train-1"));

        Assert.Empty(Ids(v1, "name=train"));
        Assert.Single(Ids(v1, "name=train-1"));
    }

    [Fact]
    public void Events_of_all_machines_are_in_one_list_or_of_one_machine_in_another()
    {
        var v1 = new V1Simulator();
        var (first, second) = (v1.CreateMachine(), v1.CreateStopped());

        var (ids, _) = Walk(v1, "/machine-events?limit=2");

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal([second], v1.Items($"/machine-events?machineId={second}").Select(item => (string)item["machineId"]!));
        Assert.Equal(2, v1.Items($"/machine-events?machineId={first}").Count);
        Assert.Empty(v1.Items("/machine-events?machineId=psnowhere"));
    }

    private static List<string> Ids(V1Simulator v1, string query) =>
        [.. v1.Items($"/machines?{query}").Select(item => (string)item["id"]!)];

    private static (List<string> Ids, int Pages) Walk(V1Simulator v1, string path)
    {
        var ids = new List<string>();
        var pages = 0;
        string? cursor = null;
        do
        {
            var page = v1.Get(path + (cursor is null ? "" : $"&after={cursor}")).Json;
            ids.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            cursor = (string?)page["nextPage"];
            Assert.Equal(cursor is not null, (bool)page["hasMore"]!);
            pages++;
        }
        while (cursor is not null && pages < 100);
        return (ids, pages);
    }
}

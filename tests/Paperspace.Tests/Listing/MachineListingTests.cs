using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Listing;

/// <summary>Lists of many machines: how pages are asked for, and what holds when a server pages badly.</summary>
public sealed class MachineListingTests
{
    private const int PageSize = 1000;

    [Fact]
    public async Task Twenty_machines_cost_one_request()
    {
        await using var server = PagingServer(20);
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, 20), (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_first_page_is_requested()
    {
        await using var server = PagingServer(20);
        using var client = TestClient.Of(server.BaseUri);
        using var listing = client.Machines.List();
        Assert.Empty(server.Requests);
        await listing.NextAsync(default);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_first_page_is_returned_before_the_second_is_requested()
    {
        await using var server = PagingServer(2500);
        using var client = TestClient.Of(server.BaseUri);
        using var listing = client.Machines.List();
        Assert.Equal(PageSize, (await listing.NextAsync(default))!.Count);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task All_pages_are_returned_in_order()
    {
        await using var server = PagingServer(2500);
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, 2500), (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
    }

    [Fact]
    public async Task A_full_single_page_needs_a_second_request_and_returns_no_machine_twice()
    {
        await using var server = PagingServer(PageSize);
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(PageSize, (await AllAsync(client.Machines.List())).Count);
        Assert.InRange(server.Requests.Count, 2, 3);
    }

    [Fact]
    public async Task One_then_two_then_three_pages_are_in_flight()
    {
        // Each page is held back until the test lets it go, so that what is in flight is what was asked for.
        var gates = new ConcurrentDictionary<int, TaskCompletionSource>();
        await using var server = ScriptedServer.Replying(seen =>
            Reply.After(Gate(gates, Number(seen, "skip") / PageSize).Task, Page(Number(seen, "skip"), PageSize)));
        using var client = TestClient.Of(server.BaseUri, pagesInFlight: 3);
        using var listing = client.Machines.List();
        var asked = 0;
        foreach (var (page, most) in new[] { (0, 1), (1, 3), (2, 5), (3, 6), (4, 7) })
        {
            var next = listing.NextAsync(default);
            while (asked < most)
            {
                await server.NextRequestAsync();
                asked++;
            }

            Assert.Equal(most, server.Requests.Count);
            Gate(gates, page).SetResult();
            Assert.Equal($"ps{page * PageSize}", (await next)![0].Id);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(2500)]
    [InlineData(5000)]
    public async Task A_limit_stops_the_list_and_requests_no_more_than_it_returns(int limit)
    {
        await using var server = PagingServer(3000);
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, Math.Min(limit, 3000)), (await AllAsync(client.Machines.List(limit: limit))).Select(machine => machine.Id));
        Assert.True(server.Requests.Sum(request => Number(request, "limit")) <= limit);
    }

    [Theory]
    [InlineData(5, null, 2495)]
    [InlineData(5, 10, 10)]
    [InlineData(1500, 900, 900)]
    [InlineData(2500, null, 0)]
    [InlineData(9999, 5, 0)]
    public async Task Skip_skips_machines(int skip, int? limit, int count)
    {
        await using var server = PagingServer(2500);
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(skip, count), (await AllAsync(client.Machines.List(null, limit, skip))).Select(machine => machine.Id));
    }

    [Fact]
    public async Task A_server_that_ignores_skip_is_an_error()
    {
        await using var server = ScriptedServer.Replying(seen => Page(0, Number(seen, "limit")));
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => AllAsync(client.Machines.List()));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("skip", error.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 2, 6);
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(1500)]
    public async Task A_server_that_ignores_skip_is_an_error_within_a_limit_too(int limit)
    {
        await using var server = ScriptedServer.Replying(seen => Page(0, Number(seen, "limit")));
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => AllAsync(client.Machines.List(limit: limit)));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task A_server_that_repeats_its_pages_is_an_error()
    {
        await using var server = ScriptedServer.Replying(seen => Page(Number(seen, "skip") % 3000, PageSize));
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => AllAsync(client.Machines.List()));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(2500)]
    public async Task A_server_that_ignores_limit_and_returns_everything_at_once_works(int count)
    {
        await using var server = ScriptedServer.Replying(Page(0, count));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, count), (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Theory]
    [InlineData(999, 5000)]
    [InlineData(1005, 5000)]
    [InlineData(120, 1000)]
    public async Task A_server_with_pages_of_another_size_is_read_to_the_end(int size, int count)
    {
        await using var server = ScriptedServer.Replying(seen =>
            Page(Number(seen, "skip"), Math.Clamp(count - Number(seen, "skip"), 0, size)));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, count), (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
    }

    [Fact]
    public async Task A_machine_that_repeats_on_a_much_later_page_is_returned_once()
    {
        // The host gives its first 844 machines again on the fourth page.
        await using var server = ScriptedServer.Replying(seen => Number(seen, "skip") switch
        {
            < 3000 and var skip => Page(skip, PageSize),
            3000 => Page(100, 844),
            _ => Reply.Json("[]"),
        });
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, 3000), (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
    }

    [Fact]
    public async Task A_list_that_seems_truncated_has_a_warning()
    {
        await using var server = ScriptedServer.Replying(Page(0, 2500));
        using var client = TestClient.Of(server.BaseUri);
        using var list = client.Machines.List();
        Assert.Null((await list.NextAsync(default))!.Warning);
        Assert.Contains("may be incomplete", (await list.NextAsync(default))!.Warning, StringComparison.Ordinal);
        Assert.Null(await list.NextAsync(default));
    }

    [Fact]
    public async Task A_limit_applies_even_if_the_server_ignores_it()
    {
        await using var server = ScriptedServer.Replying(Page(0, 20));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, 5), (await AllAsync(client.Machines.List(limit: 5))).Select(machine => machine.Id));
    }

    [Fact]
    public async Task Machines_that_move_to_the_next_page_are_returned_once()
    {
        // Ten machines were added at the front after the first page was read.
        await using var server = ScriptedServer.Replying(seen =>
            Number(seen, "skip") is var skip && skip == 0 ? Page(0, PageSize) : Page(skip - 10, Math.Clamp(2500 - skip + 10, 0, PageSize)));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, 2500), (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1001)]
    public async Task A_last_page_with_only_moved_machines_ends_the_list(int? limit)
    {
        // The account had one full page, and one machine was added at the front meanwhile.
        await using var server = ScriptedServer.Replying(seen => Number(seen, "skip") switch
        {
            0 => Page(0, PageSize),
            PageSize => Page(PageSize - 1, 1),
            _ => Reply.Json("[]"),
        });
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(PageSize, (await AllAsync(client.Machines.List(limit: limit))).Count);
    }

    [Fact]
    public async Task A_machine_that_repeats_on_a_page_is_returned_once()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""[{"id":"ps1"},{"id":"ps2"},{"id":"ps1"}]"""));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(["ps1", "ps2"], (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
    }

    [Fact]
    public async Task Pages_that_fail_temporarily_are_read_again()
    {
        var failed = new ConcurrentDictionary<int, bool>();
        await using var server = ScriptedServer.Replying(seen =>
            failed.TryAdd(Number(seen, "skip"), true)
                ? Reply.Empty(503)
                : Page(Number(seen, "skip"), Math.Clamp(2500 - Number(seen, "skip"), 0, PageSize)));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(Ids(0, 2500), (await AllAsync(client.Machines.List())).Select(machine => machine.Id));
    }

    [Fact]
    public async Task A_list_that_failed_stays_failed_and_skips_nothing()
    {
        await using var server = ScriptedServer.Replying(seen =>
            Number(seen, "skip") == PageSize ? Reply.Json("{}", 500) : Page(Number(seen, "skip"), PageSize));
        using var client = TestClient.Of(server.BaseUri);
        using var listing = client.Machines.List();
        await listing.NextAsync(default);
        var first = await Assert.ThrowsAsync<PaperspaceException>(() => listing.NextAsync(default));
        Assert.Same(first, await Assert.ThrowsAsync<PaperspaceException>(() => listing.NextAsync(default)));
    }

    [Fact]
    public async Task Disposing_cancels_the_pages_in_flight()
    {
        await using var server = ScriptedServer.Replying(seen => Number(seen, "skip") == 0 ? Page(0, PageSize) : Reply.Silence);
        using var client = TestClient.Of(server.BaseUri);
        var listing = client.Machines.List();
        await listing.NextAsync(default);
        var next = listing.NextAsync(default);
        await server.NextRequestAsync();
        await server.NextRequestAsync();
        listing.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Null(await listing.NextAsync(default));
        listing.Dispose();
    }

    [Fact]
    public async Task A_list_of_100_000_machines_is_complete()
    {
        await using var server = PagingServer(100_000);
        using var client = TestClient.Of(server.BaseUri);
        using var listing = client.Machines.List();
        var count = 0;
        while (await listing.NextAsync(default) is { } machines)
            foreach (var machine in machines)
                Assert.Equal($"ps{count++}", machine.Id);
        Assert.Equal(100_000, count);
        Assert.InRange(server.Requests.Count, 101, 104);
    }

    private static ScriptedServer PagingServer(int machines) => ScriptedServer.Replying(seen =>
    {
        var skip = Number(seen, "skip");
        return Page(skip, Math.Clamp(machines - skip, 0, Number(seen, "limit")));
    });

    private static Reply Page(int first, int count)
    {
        var page = new StringBuilder("[");
        foreach (var id in Ids(first, count)) page.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{id}\"}},");
        if (count > 0) page.Length--;
        return Reply.Json(page.Append(']').ToString());
    }

    private static IEnumerable<string> Ids(int first, int count) => Enumerable.Range(first, count).Select(number => $"ps{number}");

    private static int Number(SeenRequest request, string name) =>
        request.QueryFields.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    private static TaskCompletionSource Gate(ConcurrentDictionary<int, TaskCompletionSource> gates, int page) =>
        gates.GetOrAdd(page, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private static async Task<List<Machine>> AllAsync(IPager<Machine> listing)
    {
        using (listing)
        {
            var all = new List<Machine>();
            while (await listing.NextAsync(default) is { } machines) all.AddRange(machines);
            return all;
        }
    }
}

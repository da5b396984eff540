using System.Globalization;
using System.Reflection;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Operations;

/// <summary>The query of list: every filter of the reference, limit and skip.</summary>
public sealed class ListQueryTests
{
    /// <summary>A filter's name, its value, and how the query writes it.</summary>
    public static TheoryData<string, object, string> Filters { get; } = new()
    {
        { "machineId", "psec02yp2", "psec02yp2" },
        { "name", "My Machine 1 & 2=3?#+%é😀", "My%20Machine%201%20%26%202%3D3%3F%23%2B%25%C3%A9%F0%9F%98%80" },
        { "os", "Ubuntu 18.04.1 LTS; uname: 4.15.0", "Ubuntu%2018.04.1%20LTS%3B%20uname%3A%204.15.0" },
        { "ram", 32212254720L, "32212254720" },
        { "cpus", 8, "8" },
        { "gpu", "GRID K120Q (512MB)", "GRID%20K120Q%20%28512MB%29" },
        { "storageTotal", 53687091200L, "53687091200" },
        { "storageUsed", 110080L, "110080" },
        { "usageRate", "P4000 hourly", "P4000%20hourly" },
        { "shutdownTimeoutInHours", 24, "24" },
        { "performAutoSnapshot", true, "true" },
        { "autoSnapshotFrequency", "day", "day" },
        { "autoSnapshotSaveCount", 1, "1" },
        { "agentType", "LinuxDesktop", "LinuxDesktop" },
        { "dtCreated", new DateTimeOffset(2022, 3, 14, 16, 47, 53, 852, TimeSpan.FromHours(1)), "2022-03-14T15%3A47%3A53.852Z" },
        { "state", "ready", "ready" },
        { "updatesPending", false, "false" },
        { "networkId", "nng82wb", "nng82wb" },
        { "privateIpAddress", "10.64.1.99", "10.64.1.99" },
        { "publicIpAddress", "172.83.15.54", "172.83.15.54" },
        { "region", "East Coast (NY2)", "East%20Coast%20%28NY2%29" },
        { "userId", "u3z4be26", "u3z4be26" },
        { "teamId", "te6hh34n6", "te6hh34n6" },
        { "scriptId", "scv79caii", "scv79caii" },
        { "dtLastRun", new DateTimeOffset(2022, 3, 14, 15, 47, 53, TimeSpan.Zero), "2022-03-14T15%3A47%3A53.000Z" },
    };

    public static TheoryData<string> FilterNames { get; } = [.. Filters.Select(row => row.Data.Item1)];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_is_sent_by_its_name(string name, object value, string written) =>
        Assert.Equal($"{name}={written}&limit=1000", (await ListedAsync(Filter((name, value)))).Query);

    [Theory]
    [MemberData(nameof(FilterNames))]
    public async Task A_null_filter_is_sent_as_null(string name) =>
        Assert.Equal($"{name}=null&limit=1000", (await ListedAsync(Filter((name, null)))).Query);

    [Fact]
    public async Task All_25_filters_can_be_used_together()
    {
        var rows = Filters.Select(row => row.Data).ToArray();
        var query = (await ListedAsync(Filter([.. rows.Select(row => (row.Item1, (object?)row.Item2))]))).Query;
        Assert.Equal(25, rows.Length);
        Assert.Equal(string.Join("&", rows.Select(row => $"{row.Item1}={row.Item3}")) + "&limit=1000", query);
    }

    [Fact]
    public void The_filters_are_those_of_the_reference()
    {
        var properties = typeof(MachineFilter).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.Equal(
            Filters.Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
            properties.Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Numbers_and_times_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            var created = new DateTimeOffset(2022, 3, 14, 15, 47, 53, 852, TimeSpan.Zero);
            var request = await ListedAsync(Filter(("cpus", -8), ("dtCreated", created)));
            Assert.Equal("cpus=-8&dtCreated=2022-03-14T15%3A47%3A53.852Z&limit=1000", request.Query);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null, 0, "limit=1000")]
    [InlineData(null, 2000, "limit=1000&skip=2000")]
    [InlineData(20, 0, "limit=20")]
    [InlineData(20, 5, "limit=20&skip=5")]
    [InlineData(1000, 0, "limit=1000")]
    [InlineData(1001, 0, "limit=1000")]
    public async Task Limit_and_skip_are_sent(int? limit, int skip, string query) =>
        Assert.Equal(query, (await ListedAsync(null, limit, skip)).Query);

    private static async Task<SeenRequest> ListedAsync(MachineFilter? filter, int? limit = null, int skip = 0)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("[]"));
        using var client = TestClient.Of(server.BaseUri);
        using var listing = client.Machines.List(filter, limit, skip);
        Assert.Empty((await listing.NextAsync(default))!);
        Assert.Null(await listing.NextAsync(default));
        return server.Request;
    }

    private static MachineFilter Filter(params (string Name, object? Value)[] fields)
    {
        var filter = new MachineFilter();
        foreach (var (name, value) in fields)
            typeof(MachineFilter).GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!.SetValue(filter, value);
        return filter;
    }
}

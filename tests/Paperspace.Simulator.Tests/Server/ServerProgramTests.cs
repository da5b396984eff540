using System.Net;
using System.Text.Json.Nodes;
using Paperspace.Simulator.Server;

namespace Paperspace.Simulator.Tests;

/// <summary>The server as a process.</summary>
public sealed class ServerProgramTests
{
    [Fact]
    public async Task Prints_both_base_addresses_serves_both_apis_and_stops_cleanly_on_sigterm()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM to send.");
        using var server = Start("--port", "0", "--speed=60", "--machines", "20", "--api-key", "one", "--api-key", "two", "--seed", "42");
        var line = await server.ReadLineAsync();
        Assert.Matches(@"^Simulated Paperspace on http://127\.0\.0\.1:\d+ \(20 machines, speed 60\)$", line);

        using var client = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[3]) };
        client.DefaultRequestHeaders.Add("X-Api-Key", "two");
        using var list = await client.GetAsync("/machines/getMachines");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);

        var v1Line = await server.ReadLineAsync();
        Assert.Equal($"V1 API on {line.Split(' ')[3]}/v1", v1Line);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "one");
        using var v1List = await client.GetAsync(v1Line!.Split(' ')[3] + "/machines?limit=1");
        Assert.Equal(HttpStatusCode.OK, v1List.StatusCode);

        server.Terminate();

        Assert.Equal(new ProcessResult(0, "", ""), await server.EndAsync());
    }

    [Theory]
    [InlineData("--port takes a whole number from 0 to 65535, not 'web'.", "--port", "web")]
    [InlineData("--port takes a whole number from 0 to 65535, not '65536'.", "--port=65536")]
    [InlineData("--speed takes a number more than 0, not '0'.", "--speed", "0")]
    [InlineData("--machines takes a whole number from 0 to 1000000, not '-1'.", "--machines", "-1")]
    [InlineData("--latency takes a whole number from 0 to 600000, but no value follows it.", "--latency")]
    [InlineData("--api-key takes a key that is not empty, not ''.", "--api-key=")]
    [InlineData("--scarce takes machine types such as P4000,A100, not 'P4000,'.", "--scarce", "P4000,")]
    [InlineData("--scarce takes machine types such as P4000,A100, but no value follows it.", "--scarce")]
    [InlineData("--state-lag takes a number of seconds from 0 to 3600, not 'long'.", "--state-lag", "long")]
    [InlineData("--lag takes a number of seconds from 0 to 3600, not '-1'.", "--lag=-1")]
    [InlineData("--lost-events takes a percentage from 0 to 100, not '101'.", "--lost-events", "101")]
    [InlineData("--failed-deletions takes a percentage from 0 to 100, but no value follows it.", "--failed-deletions")]
    [InlineData(
        "--fault takes KIND:PERCENT[:PATH], with one of the kinds error, lost, not-found, limit, page, cut, drop, not 'fire:10'.",
        "--fault",
        "fire:10")]
    [InlineData(
        "--fault takes KIND:PERCENT[:PATH], with one of the kinds error, lost, not-found, limit, page, cut, drop, not 'page:10:('.",
        "--fault",
        "page:10:(")]
    [InlineData("There is no option '--colour'.", "--colour")]
    [InlineData("There is no option 'stray'.", "stray")]
    public async Task Invalid_arguments_exit_with_2_and_name_the_option_and_its_values(string message, params string[] arguments)
    {
        using var server = Start(arguments);

        Assert.Equal(new ProcessResult(2, "", $"{message} See --help.{Environment.NewLine}"), await server.EndAsync());
    }

    [Fact]
    public async Task An_unknown_scarce_machine_type_is_an_error_that_lists_the_types()
    {
        using var server = Start("--scarce", "P4000,P400");

        var result = await server.EndAsync();
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("--scarce: there is no machine type 'P400'. Known types: C1, ", result.Error, StringComparison.Ordinal);
        Assert.Contains(", P4000, ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scarce_machine_types_have_capacity_in_at_most_one_region()
    {
        // At this speed a period lasts a week: the requests are within one.
        using var server = Start("--scarce", "p4000, P5000", "--scarce=V100", "--speed", "0.001");
        var address = (await server.ReadLineAsync())!.Split(' ')[3];
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        async Task<int> CountRegionsAsync(string type)
        {
            var count = 0;
            foreach (var region in new[] { "NY2", "CA1", "AMS1" })
            {
                var json = await client.GetStringAsync($"/v1/machine-availability?region={region}&machineType={type}");
                if (JsonNode.Parse(json)!["available"]!.GetValue<bool>()) count++;
            }

            return count;
        }

        foreach (var type in new[] { "P4000", "P5000", "V100" }) Assert.InRange(await CountRegionsAsync(type), 0, 1);
        Assert.Equal(3, await CountRegionsAsync("P6000"));
    }

    [Fact]
    public async Task Faults_and_lag_are_options_of_the_command_line()
    {
        using var server = Start("--fault", "page:100:/machine-events$", "--creation-lag=3600", "--fault", "error:100:/public-ips$");
        using var client = new HttpClient { BaseAddress = new Uri((await server.ReadLineAsync())!.Split(' ')[3]) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        var token = TestContext.Current.CancellationToken;

        using var page = await client.GetAsync("/v1/machine-events", token);
        using var error = await client.GetAsync("/v1/public-ips", token);
        using var created = await client.PostAsync(
            "/v1/machines",
            new StringContent(V1Simulator.CreateBody().ToJsonString(), null, "application/json"),
            token);
        var list = JsonNode.Parse(await client.GetStringAsync("/v1/machines", token))!;

        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.InternalServerError, error.StatusCode);
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.Empty(list["items"]!.AsArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, "--lag=0")]
    public async Task It_lags_by_default(int shown, params string[] arguments)
    {
        // At this speed a second of lag is a quarter of an hour.
        using var server = Start([.. arguments, "--speed", "0.001"]);
        using var client = new HttpClient { BaseAddress = new Uri((await server.ReadLineAsync())!.Split(' ')[3]) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        var token = TestContext.Current.CancellationToken;

        using var created = await client.PostAsync(
            "/v1/machines",
            new StringContent(V1Simulator.CreateBody().ToJsonString(), null, "application/json"),
            token);
        var list = JsonNode.Parse(await client.GetStringAsync("/v1/machines", token))!;

        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.Equal(shown, list["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Help_names_every_option_and_exits_0()
    {
        using var server = Start("--help");

        var result = await server.EndAsync();
        Assert.Equal(0, result.ExitCode);
        Assert.All(
            [
                "--port", "--speed", "--machines", "--api-key", "--latency", "--seed", "--scarce", "--lag", "--creation-lag",
                "--removal-lag", "--state-lag", "--event-lag", "--lost-events", "--shuffled-events", "--failed-deletions", "--fault",
            ],
            option => Assert.Contains(option, result.Output));
    }

    private static ChildProcess Start(params string[] arguments) =>
        ChildProcess.Start(typeof(SimulatorServer).Assembly.Location, arguments);
}

using System.Net;
using Paperspace.Simulator.Server;

namespace Paperspace.Simulator.Tests;

/// <summary>The server as a process.</summary>
public class ServerProgramTests
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

        await server.TerminateAsync();

        Assert.Equal(new ProcessResult(0, "", ""), await server.EndAsync());
    }

    [Theory]
    [InlineData("--port takes a whole number from 0 to 65535, not 'web'.", "--port", "web")]
    [InlineData("--port takes a whole number from 0 to 65535, not '65536'.", "--port=65536")]
    [InlineData("--speed takes a number more than 0, not '0'.", "--speed", "0")]
    [InlineData("--machines takes a whole number from 0 to 1000000, not '-1'.", "--machines", "-1")]
    [InlineData("--latency takes a whole number from 0 to 600000, but nothing follows it.", "--latency")]
    [InlineData("--api-key takes a key that is not empty, not ''.", "--api-key=")]
    [InlineData("There is no option '--colour'.", "--colour")]
    [InlineData("There is no option 'stray'.", "stray")]
    public async Task Bad_arguments_exit_2_and_name_the_option_and_what_it_takes(string message, params string[] arguments)
    {
        using var server = Start(arguments);

        Assert.Equal(new ProcessResult(2, "", $"{message} See --help.{Environment.NewLine}"), await server.EndAsync());
    }

    [Fact]
    public async Task Help_names_every_option_and_exits_0()
    {
        using var server = Start("--help");

        var result = await server.EndAsync();
        Assert.Equal(0, result.ExitCode);
        Assert.All(["--port", "--speed", "--machines", "--api-key", "--latency", "--seed"], option => Assert.Contains(option, result.Output));
    }

    private static ChildProcess Start(params string[] arguments) => ChildProcess.Start(typeof(SimulatorServer).Assembly.Location, arguments);
}

using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>How machines are listed, found and read, through the V1 API.</summary>
public sealed class V1GetPsMachineTests() : GetPsMachineTests(PaperspaceApiVersion.V1)
{
    [Theory]
    [InlineData("-Name train-1", "")]
    [InlineData("-Region NY2", "&region=ny2")]
    [InlineData("-Region 'Europe (AMS1)'", "&region=ams1")]
    [InlineData("-AgentType LinuxHeadless", "&agentType=LinuxHeadless")]
    [InlineData("-State ready", "")]
    [InlineData("-Gpu $null -Cpus 8", "")]
    public async Task Filters_that_the_API_supports_are_sent(string parameters, string query)
    {
        await using var host = await SimulatedHost.StartV1Async([new() { Id = "psaaa", Name = "train-1" }]);
        Assert.Empty(host.Run($"Get-PsMachine {parameters}").Succeeded().Warnings);
        Assert.Equal([$"GET /v1/machines?limit=120&orderBy=dtCreated{query}"], host.Lines());
    }

    [Theory]
    [InlineData("-UserId ubx9ce8k")]
    [InlineData("-UserId $null")]
    [InlineData("-ScriptId sc123abc")]
    [InlineData("-UsageRate 'P4000 hourly'")]
    [InlineData("-DtLastRun $null")]
    public async Task A_filter_for_a_value_that_the_API_does_not_return_selects_nothing_with_a_warning(string parameters)
    {
        await using var host = await SimulatedHost.StartV1Async([new() { Id = "psaaa", Name = "train-1" }]);
        var outcome = host.Run($"Get-PsMachine {parameters}").Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Contains(parameters.Split(' ')[0][1..], Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_machines_are_returned_before_the_third_page_is_requested_and_Limit_stops_the_list()
    {
        await using var host = await SimulatedHost.StartV1Async([
            .. Enumerable.Range(0, 700).Select(i => new MachineSeed { Id = $"ps{i:0000}", Name = $"m{i}" }),
        ]);
        host.Session.Set("lines", (Func<int>)(() => host.Log.Count));
        var seen = host.Run("Get-PsMachine | ForEach-Object { $lines.Invoke() }").Succeeded().All<int>();
        Assert.Equal(700, seen.Count);
        Assert.All(seen.Take(120), count => Assert.InRange(count, 1, 2));
        var before = host.Log.Count;
        Assert.Equal(150, host.Run("Get-PsMachine -Limit 150").Succeeded().Output.Count);
        Assert.Equal(
            ["GET /v1/machines?limit=120&orderBy=dtCreated", "GET /v1/machines?limit=30&after=ps0580&orderBy=dtCreated"],
            host.Lines().Skip(before));
    }
}

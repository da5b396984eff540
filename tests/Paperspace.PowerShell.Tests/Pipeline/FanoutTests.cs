using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>How many requests are in flight, and what stops them.</summary>
public sealed class FanoutTests
{
    private const int Many = 200;

    private static readonly MachineSeed[] Fleet = [.. Enumerable.Range(0, Many).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i}" })];

    [Theory]
    [InlineData("Stop-PsMachine", "POST /machines/{id}/stop")]
    [InlineData("Get-PsMachine", "GET /machines/getMachinePublic")]
    [InlineData("Get-PsMachineUtilization", "GET /machines/getUtilization")]
    public async Task No_more_requests_are_in_flight_than_the_limit_and_every_machine_is_served(string command, string route)
    {
        await using var host = await SimulatedHost.StartAsync(Fleet);
        host.Run($"Get-PsMachine | {command} -ThrottleLimit 8 | Out-Null").Succeeded();
        Assert.Equal(Many, host.Paperspace.Requests[route].Total);
        Assert.InRange(host.Paperspace.Requests[route].MostInFlight, 1, 8);
    }

    [Fact]
    public async Task Requests_do_go_out_together()
    {
        await using var host = await SimulatedHost.StartAsync(Fleet);
        using var gate = new SemaphoreSlim(0);
        var waiting = 0;
        host.Paperspace.Inject(new SimulatedFault
        {
            Path = "/stop$",
            Times = Many,
            Status = 204,
            When = _ =>
            {
                // The first four wait for each other: were they sent one by one, the fourth would never come.
                if (Interlocked.Increment(ref waiting) == 4) gate.Release(Many);
                return gate.Wait(TimeSpan.FromSeconds(30));
            },
        });
        host.Run("'ps000', 'ps001', 'ps002', 'ps003' | Stop-PsMachine -ThrottleLimit 4").Succeeded();
        Assert.Equal(4, waiting);
    }

    [Fact]
    public async Task With_a_limit_of_one_the_order_is_kept()
    {
        await using var host = await SimulatedHost.StartAsync(Fleet);
        var names = host.Run("Get-PsMachine | Stop-PsMachine -ThrottleLimit 1 -PassThru").Succeeded().All<Machine>().Select(machine => machine.Name);
        Assert.Equal(Fleet.Select(seed => seed.Name), names);
    }

    [Fact]
    public async Task Each_failure_names_its_machine_and_all_others_are_served()
    {
        await using var host = await SimulatedHost.StartAsync(Fleet);
        foreach (var id in new[] { "ps010", "ps100", "ps199" })
            host.Paperspace.Inject(new SimulatedFault { Path = $"/{id}/stop$", Status = 500, Body = """{"status":500,"message":"no"}""" });
        var outcome = host.Run("Get-PsMachine | Stop-PsMachine -PassThru");
        Assert.Equal(["ps010", "ps100", "ps199"], outcome.Errors.Select(error => ((Machine)error.TargetObject).Id).Order());
        Assert.Equal(Many - 3, outcome.Output.Count);
    }

    [Fact]
    public async Task Stopping_cancels_what_is_in_flight_and_sends_no_more()
    {
        var slow = new SimulatedFault { Path = "/stop$", Times = int.MaxValue, Delay = TimeSpan.FromHours(1) };
        await using var host = await SimulatedHost.StartAsync(Fleet);
        host.Paperspace.Inject(slow);
        using var shell = host.Session.Start("Get-PsMachine | Stop-PsMachine -ThrottleLimit 4");
        var running = shell.BeginInvoke();
        while (host.Paperspace.Requests["POST /machines/{id}/stop"].Total < 4) await Task.Yield();
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(4, host.Paperspace.Requests["POST /machines/{id}/stop"].Total);
    }
}

using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>How many requests are in flight, and what stops them.</summary>
public abstract class ThrottledRequestQueueTests(PaperspaceApiVersion api)
{
    private const int Many = 200;

    private string Stop => api == PaperspaceApiVersion.Core ? "POST /machines/{id}/stop" : "PATCH /v1/machines/{id}/stop";

    private static readonly MachineSeed[] Seeds =
    [
        .. Enumerable.Range(0, Many).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i}" }),
    ];

    [Theory]
    [InlineData("Stop-PsMachine", "POST /machines/{id}/stop", "PATCH /v1/machines/{id}/stop")]
    [InlineData("Get-PsMachine", "GET /machines/getMachinePublic", "GET /v1/machines/{id}")]
    [InlineData("Get-PsMachineUtilization", "GET /machines/getUtilization", "GET /v1/machine-events")]
    public async Task Requests_in_flight_stay_within_the_limit_and_every_machine_is_processed(string command, string core, string v1)
    {
        var route = api == PaperspaceApiVersion.Core ? core : v1;
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        host.Run($"Get-PsMachine | {command} -ThrottleLimit 8 | Out-Null").Succeeded();
        Assert.Equal(Many, host.Paperspace.Requests[route].Total);
        Assert.InRange(host.Paperspace.Requests[route].MostInFlight, 1, 8);
    }

    [Fact]
    public async Task Requests_are_sent_concurrently()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        InjectSlowStops(host, "ps000", "ps001", "ps002", "ps003");
        using var shell = host.Session.Start("'ps000', 'ps001', 'ps002', 'ps003' | Stop-PsMachine -ThrottleLimit 4");
        var running = shell.BeginInvoke();
        // Were they sent one by one, the second would never come while the clock stands still.
        await Eventually.IsTrueAsync(() => host.Paperspace.Requests[Stop].Total >= 4);
        await PassTimeUntilAsync(running, host);
        shell.EndInvoke(running);
        Assert.False(shell.HadErrors);
        Assert.Equal(4, host.Paperspace.Requests[Stop].MostInFlight);
    }

    [Fact]
    public async Task With_a_limit_of_one_the_order_is_kept()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        var names = host.Run("Get-PsMachine | Stop-PsMachine -ThrottleLimit 1 -PassThru")
            .Succeeded()
            .All<Machine>()
            .Select(machine => machine.Name);
        Assert.Equal(host.Run("Get-PsMachine").Succeeded().All<Machine>().Select(machine => machine.Name), names);
    }

    [Fact]
    public async Task Each_failure_names_its_machine_and_all_others_are_processed()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        foreach (var id in new[] { "ps010", "ps100", "ps199" })
            host.Paperspace.Inject(new SimulatedFault { Path = $"/{id}/stop$", Status = 500, Body = """{"status":500,"message":"no"}""" });
        var outcome = host.Run("Get-PsMachine | Stop-PsMachine -PassThru");
        Assert.Equal(["ps010", "ps100", "ps199"], outcome.Errors.Select(error => ((Machine)error.TargetObject).Id).Order());
        Assert.Equal(Many - 3, outcome.Output.Count);
    }

    [Fact]
    public async Task When_the_first_failure_ends_the_command_changes_in_progress_are_reported()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        InjectSlowStops(host, "ps000", "ps001", "ps002");
        using var shell = host.Session.Start(
            "'ps000', 'ps001', 'ps002', 'psnone' | Stop-PsMachine -ThrottleLimit 4 -ErrorAction Stop -PassThru");
        var output = new PSDataCollection<PSObject>();
        var running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        // The failure of the fourth is explained with the list; the others are still under way then.
        await Eventually.IsTrueAsync(() =>
            host.Paperspace.Requests[api == PaperspaceApiVersion.Core ? "GET /machines/getMachines" : "GET /v1/machines"].Total > 0);
        await PassTimeUntilAsync(running, host);
        var error = Assert.ThrowsAny<RuntimeException>(() => shell.EndInvoke(running)).ErrorRecord;
        Assert.Equal("psnone", error.TargetObject);
        Assert.Equal(["ps000", "ps001", "ps002"], output.Select(item => ((Machine)item.BaseObject).Id).Order());
        Assert.All(shell.Streams.Warning, warning => Assert.Contains("was accepted", warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_create_whose_response_is_lost_says_that_the_machine_may_exist_and_how_to_check()
    {
        using var host = new FastHost(api);
        host.Paperspace.Inject(new SimulatedFault { Method = "POST", DropsConnection = true, AfterEffect = true });
        var error = host.Run("New-PsMachine gpu -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4").Error;
        Assert.Equal("OutcomeUnknown,Paperspace.PowerShell.NewPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal("gpu", error.TargetObject);
        Assert.Contains("Get-PsMachine", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("gpu", host.Run("Get-PsMachine gpu").Succeeded().Single<Machine>().Name);
    }

    [Fact]
    public async Task Stopping_cancels_requests_in_flight_and_sends_no_more()
    {
        var slow = new SimulatedFault { Path = "/stop$", Times = int.MaxValue, Delay = TimeSpan.FromHours(1) };
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        host.Paperspace.Inject(slow);
        using var shell = host.Session.Start("Get-PsMachine | Stop-PsMachine -ThrottleLimit 4");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(() => host.Paperspace.Requests[Stop].Total >= 4);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(4, host.Paperspace.Requests[Stop].Total);
    }

    /// <summary>Has stops accepted after a minute.</summary>
    private void InjectSlowStops(SimulatedHost host, params string[] ids)
    {
        foreach (var id in ids)
            host.Paperspace.Inject(new SimulatedFault
            {
                Path = $"/{id}/stop$",
                Delay = TimeSpan.FromMinutes(1),
                Status = api == PaperspaceApiVersion.Core ? 204 : 200,
                Body =
                    api == PaperspaceApiVersion.Core
                        ? null
                        : $$"""{"data":{"id":"{{id}}"},"event":{"id":"stop-{{id}}","name":"stop","state":"new"} }""",
            });
    }

    /// <summary>A request is counted a moment before its delay begins, so the clock may have to move more than once.</summary>
    private static Task PassTimeUntilAsync(IAsyncResult running, SimulatedHost host) => Eventually.IsTrueAsync(() =>
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return running.IsCompleted;
    });
}

using System.Management.Automation;
using System.Net;
using System.Text;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Whatever ends a pipeline early, each request that may have been carried out is told.</summary>
public abstract class EarlyEndTests(PaperspaceApiVersion api)
{
    private const string Create = "New-PsMachine -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4";

    private static readonly MachineSeed[] Seeds =
    [
        .. Enumerable
            .Range(0, 8)
            .Select(i => new MachineSeed
            {
                Id = $"ps{i:000}",
                Name = $"m{i}",
                State = "off",
            }),
    ];

    [Theory]
    [InlineData("1..20 | % { \"node$_\" } | CREATE -ErrorAction Stop")]
    [InlineData("$ErrorActionPreference = 'Stop'; 1..20 | % { \"node$_\" } | CREATE")]
    [InlineData("1..20 | % { \"node$_\" } | CREATE -ErrorAction Stop -ThrottleLimit 20")]
    [InlineData("1..20 | % { \"node$_\" } | CREATE -ErrorAction Stop -ThrottleLimit 1")]
    [InlineData("1..20 | % { \"node$_\" } | CREATE -ErrorAction Stop -Wait")]
    [InlineData("1..20 | % { \"node$_\" } | CREATE -ErrorAction Stop -WarningAction Stop")]
    public void The_error_that_ends_the_command_comes_last_and_each_created_machine_is_told(string script)
    {
        using var host = new FastHost(api, null, RejectCreateOf("node5"));
        var outcome = host.Run(script.Replace("CREATE", Create, StringComparison.Ordinal));
        AssertEachIsTold(host, outcome);
        Assert.NotNull(outcome.Terminating);
        Assert.Equal("node5", outcome.Error.TargetObject);
        Assert.Contains("no capacity for it", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_under_way_when_an_error_ends_the_command_are_given_as_objects()
    {
        var gate = new Gate();
        using var host = new FastHost(api, null, async (request, send, token) =>
        {
            if (!MachineRequests.IsCreate(request)) return await send();
            if ((await request.Content!.ReadAsStringAsync(token)).Contains("\"bad\"", StringComparison.Ordinal))
            {
                await gate.ArrivedAsync(3);
                _ = Task.Run(gate.Open, CancellationToken.None);
                return Rejection();
            }

            await gate.PassAsync(token);
            return await send();
        });
        var outcome = host.Run($"'a', 'b', 'c', 'bad' | {Create} -ErrorAction Stop");
        Assert.Equal(["a", "b", "c"], outcome.All<Machine>().Select(machine => machine.Name).Order());
        Assert.Equal("bad", outcome.Error.TargetObject);
    }

    [Theory]
    [InlineData("foreach ($i in 1) { 'a', 'b', 'c' | CREATE | % { $_; break } }")]
    [InlineData("foreach ($i in 1) { 'a', 'b', 'c' | CREATE | % { $_; continue } }")]
    [InlineData("'a', 'b', 'c' | CREATE | % { throw 'downstream' }")]
    [InlineData("'a', 'b', 'c' | CREATE | % { Get-PsMachine -MachineId psnone -ErrorAction Stop }")]
    [InlineData("foreach ($i in 1) { 'a', 'b', 'c' | CREATE -Verbose 4>&1 | % { if (\"$_\" -like 'POST*') { break }; $_ } }")]
    [InlineData("foreach ($i in 1) { 'a', 'b', 'c' | CREATE -Wait | % { $_; break } }")]
    [InlineData("& { 'a'; 'b'; 'c'; while ($gate.Arrived -lt 3) { $null = [Threading.Thread]::Yield() }; throw 'upstream' } | CREATE")]
    [InlineData("'a', 'b', 'c' | CREATE -Wait | % { throw 'downstream' }")]
    public void What_was_accepted_when_the_pipeline_ends_is_told(string script)
    {
        var gate = new Gate(3);
        using var host = new FastHost(api, null, HoldCreates(gate));
        host.Session.Set("gate", gate);
        var outcome = host.Run(script.Replace("CREATE", Create, StringComparison.Ordinal));
        Assert.Equal(3, host.Run("Get-PsMachine").Succeeded().Output.Count);
        AssertEachIsTold(host, outcome);
        // The machine that was given is not among those that the account keeps.
        var kept = Kept(host);
        Assert.NotEmpty(kept);
        Assert.All(kept, change => Assert.Equal("Accepted", change.Properties["Outcome"].Value.ToString()));
        Assert.Empty(
            kept.Select(change => change.Properties["Id"].Value)
                .Intersect(outcome.Output.Select(item => item.BaseObject).OfType<Machine>().Select(machine => machine.Id)));
    }

    [Fact]
    public void A_request_under_way_when_the_pipeline_ends_is_waited_for()
    {
        var gate = new Gate();
        using var host = new FastHost(api, null, async (request, send, token) =>
        {
            if (!MachineRequests.IsCreate(request)) return await send();
            var isFirst = (await request.Content!.ReadAsStringAsync(token)).Contains("\"a\"", StringComparison.Ordinal);
            if (isFirst) await gate.ArrivedAsync(2);
            else await gate.PassAsync(token);
            return await send();
        });
        host.Session.Set("gate", gate);
        // What is under way gets its response only after the downstream end.
        var outcome = host.Run($"'a', 'b', 'c' | {Create} | % {{ $gate.Open(); throw 'downstream' }}");
        var warning = Assert.Single(outcome.Warnings);
        Assert.Matches(@"Create machine was accepted for ps\w+ \([abc]\), ps\w+ \([abc]\), ps\w+ \([abc]\)\.", warning);
        Assert.Equal("downstream", outcome.Terminating!.Message);
    }

    [Theory]
    [InlineData("Stop", "'ps000', 'ps001', 'ps002', 'psnone' | Start-PsMachine -ErrorAction Stop -ThrottleLimit 1")]
    [InlineData("Stop", "'ps000', 'ps001', 'ps002', 'psnone' | Restart-PsMachine -ErrorAction Stop -PassThru -ThrottleLimit 2")]
    [InlineData("Set", "'ps000', 'ps001', 'ps002', 'psnone' | Set-PsMachine -Name x -ErrorAction Stop")]
    [InlineData("Grant", "'ps000', 'ps001', 'ps002', 'psnone' | Grant-PsMachineAccess -UserId ubx9ce8k -ErrorAction Stop")]
    [InlineData("Revoke", "'ps000', 'ps001', 'ps002', 'psnone' | Revoke-PsMachineAccess -UserId ubx9ce8k -ErrorAction Stop")]
    [InlineData("Remove", "'ps000', 'ps001', 'ps002', 'psnone' | Remove-PsMachine -Confirm:$false -ErrorAction Stop")]
    [InlineData("Wait", "'ps000', 'ps001', 'ps002', 'psnone' | Start-PsMachine -Wait -ErrorAction Stop")]
    public void Every_action_that_was_accepted_is_told(string verb, string script)
    {
        var state = script.Contains("Restart-", StringComparison.Ordinal) ? "ready" : "off";
        using var host = new FastHost(api, [.. Seeds.Select(seed => seed with { State = state })]);
        if (verb == "Revoke") host.Run("'ps000', 'ps001', 'ps002' | Grant-PsMachineAccess -UserId ubx9ce8k").Succeeded();
        var before = host.Paperspace.Log.Count;
        var outcome = host.Run(script);
        Assert.Equal("psnone", outcome.Error.TargetObject);
        foreach (
            var id in host
                .Paperspace.Log.Skip(before)
                .Where(request => request.Method != "GET" && !request.Path.Contains("psnone", StringComparison.Ordinal))
                .Select(request => request.Path.Split('/').First(part => part.StartsWith("ps", StringComparison.Ordinal))))
            Assert.True(IsTold(id, outcome), $"{verb}: {id} is not told.");
    }

    [Fact]
    public void A_wait_that_fails_under_Stop_tells_of_the_others_with_their_ids()
    {
        using var host = new FastHost(api);
        host.Paperspace.FailNextStart("cap-7");
        var outcome = host.Run($"'ok-6', 'cap-7', 'ok-8' | {Create} -Wait -ErrorAction Stop");
        AssertEachIsTold(host, outcome);
        Assert.Equal("InsufficientCapacity", outcome.Error.FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void A_wait_that_times_out_is_told_once_as_an_error_with_the_id()
    {
        using var host = new FastHost(api);
        var outcome = host.Run($"'a', 'b' | {Create} -Wait -Timeout 1");
        Assert.Equal(2, outcome.Errors.Count);
        AssertEachIsTold(host, outcome);
        Assert.Empty(outcome.Warnings);
        Assert.Empty(Kept(host));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -Wait")]
    public async Task Stopping_keeps_what_was_under_way_for_the_diagnostic_and_says_so_on_the_host(string wait)
    {
        var screen = new RecordingHost();
        var gate = new Gate();
        using var host = new FastHost(api, screen, HoldCreates(gate));
        using var shell = host.Session.Start($"'a', 'b', 'c' | {Create}{wait}");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(3);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        var kept = Kept(host);
        Assert.Equal(["a", "b", "c"], kept.Select(change => (string)change.Properties["Target"].Value).Order());
        Assert.All(kept, change => Assert.Equal("Unknown", change.Properties["Outcome"].Value.ToString()));
        Assert.Contains(
            "WARNING: Interrupted. Create machine may have been carried out for ",
            screen.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_during_a_wait_keeps_the_ids_of_what_was_accepted()
    {
        var gate = new Gate();
        using var host = new FastHost(api, null, async (request, send, token) =>
        {
            // The wait asks for the list of machines.
            if (MachineRequests.IsList(request)) await gate.PassAsync(token);
            return await send();
        });
        using var shell = host.Session.Start($"'a', 'b' | {Create} -Wait");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        gate.Open();
        var kept = Kept(host);
        Assert.Equal(
            host.Run("Get-PsMachine").Succeeded().All<Machine>().Select(machine => machine.Id).Order(),
            kept.Select(change => (string)change.Properties["Id"].Value).Order());
        Assert.All(kept, change => Assert.Equal("Accepted", change.Properties["Outcome"].Value.ToString()));
    }

    [Fact]
    public async Task Stopping_during_a_wait_shows_how_to_resume_it()
    {
        var screen = new RecordingHost(width: 300);
        var gate = new Gate();
        var isSent = false;
        using var host = new FastHost(
            api,
            screen,
            async (request, send, token) =>
            {
                if (request.Method != HttpMethod.Get)
                {
                    var response = await send();
                    Volatile.Write(ref isSent, true);
                    return response;
                }

                if (Volatile.Read(ref isSent)) await gate.PassAsync(token);
                return await send();
            },
            Seeds);
        using var shell = host.Session.Start("Start-PsMachine ps000 -Wait");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains(
            "WARNING: Interrupted. Start machine is still in progress for ps000. Resume with Wait-PsMachine ps000 -State ready.",
            screen.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -Wait")]
    public void A_pipeline_that_takes_enough_is_an_interruption_that_reports_the_other_machines(string wait)
    {
        var screen = new RecordingHost(width: 1000);
        var (sent, isOtherSent) = (0, new TaskCompletionSource());
        using var host = new FastHost(
            api,
            screen,
            async (request, send, token) =>
            {
                // The pipeline may end with the first response: by then another request has been sent.
                if (!request.RequestUri!.AbsolutePath.EndsWith("/start", StringComparison.Ordinal)) return await send();
                if (Interlocked.Increment(ref sent) == 2) isOtherSent.SetResult();
                await isOtherSent.Task.WaitAsync(token);
                return await send();
            },
            Seeds);
        var first = host
            .Run($"foreach ($i in 1) {{ Get-PsMachine | Start-PsMachine -PassThru{wait} | % {{ $_; break }} }}")
            .Succeeded()
            .Single<Machine>();
        Assert.Matches("WARNING: Interrupted. Start machine (was accepted|is still in progress) for", screen.Text);
        // The pipeline may end before the last requests are sent.
        var others = Seeds
            .Where(seed => seed.Id != first.Id && host.Lines().Any(line => line.EndsWith($"/{seed.Id}/start", StringComparison.Ordinal)))
            .ToArray();
        Assert.NotEmpty(others);
        Assert.All(others, seed => Assert.Contains(seed.Id!, screen.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_are_not_waited_for_when_the_pipeline_ends()
    {
        var gate = new Gate();
        using var host = new FastHost(
            api,
            null,
            async (request, send, token) =>
            {
                if (!request.RequestUri!.PathAndQuery.Contains("ps000", StringComparison.Ordinal)) await gate.PassAsync(token);
                return await send();
            },
            Seeds);
        Assert.Equal(
            "ps000",
            host.Run("foreach ($i in 1) { 'ps000', 'ps001', 'ps002' | Get-PsMachine | % { $_; break } }").Succeeded().Single<Machine>().Id);
    }

    [Fact]
    public void A_command_that_runs_to_its_end_says_nothing_of_that()
    {
        using var host = new FastHost(api, Seeds);
        var outcome = host.Run("'ps000', 'ps001', 'psnone' | Start-PsMachine");
        Assert.Single(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        Assert.Empty(Kept(host));
    }

    [Theory]
    [InlineData("Start-PsMachine ps000 -PassThru")]
    [InlineData("Set-PsMachine ps000 -Name x -PassThru")]
    [InlineData("Grant-PsMachineAccess ps000 -UserId ubx9ce8k -PassThru")]
    public void A_reading_that_fails_after_an_accepted_action_says_that_it_was_accepted(string script)
    {
        using var host = new FastHost(
            api,
            null,
            async (request, send, _) => MachineRequests.IsShow(request) ? NotFound() : await send(),
            Seeds);
        var error = host.Run(script).Error;
        Assert.StartsWith("AcceptedButNotRead,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("ps000: the request was accepted, but the resource could not be read", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("ps000", error.TargetObject);
    }

    [Theory]
    [InlineData("Start-PsMachine ps000 -Timeout 5")]
    [InlineData("Remove-PsMachine ps000 -Timeout 5 -Confirm:$false")]
    [InlineData("CREATE x -Timeout 5")]
    public void A_time_limit_without_a_wait_is_warned_of(string script)
    {
        using var host = new FastHost(api, Seeds);
        var warning = Assert.Single(host.Run(script.Replace("CREATE", Create, StringComparison.Ordinal)).Succeeded().Warnings);
        Assert.Contains("-Timeout", warning, StringComparison.Ordinal);
    }

    private static Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> RejectCreateOf(
        string name) =>
        async (request, send, token) =>
            MachineRequests.IsCreate(request)
            && (await request.Content!.ReadAsStringAsync(token)).Contains($"\"{name}\"", StringComparison.Ordinal)
                ? Rejection()
                : await send();

    private static Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> HoldCreates(
        Gate gate) =>
        async (request, send, token) =>
        {
            if (MachineRequests.IsCreate(request))
                await gate.PassAsync(token);
            return await send();
        };

    private static HttpResponseMessage Rejection() =>
        new(HttpStatusCode.BadRequest)
        {
            Content = new StringContent(
                """{"error":{"name":"Error","status":400,"message":"no capacity for it"},"code":"BAD_REQUEST","message":"no capacity for it"}""",
                Encoding.UTF8,
                "application/json"),
        };

    private static HttpResponseMessage NotFound() =>
        new(HttpStatusCode.NotFound)
        {
            Content = new StringContent(
                """{"error":{"name":"Error","status":404,"message":"Machine not found"},"code":"NOT_FOUND","message":"Machine not found"}""",
                Encoding.UTF8,
                "application/json"),
        };

    private static IReadOnlyList<PSObject> Kept(FastHost host) => host.Run("$account.UnreportedChanges").Succeeded().Output;

    private static bool IsTold(string id, Outcome outcome) =>
        outcome.Output.Any(item => item.BaseObject is Machine machine && machine.Id == id)
        || outcome
            .Warnings.Concat(outcome.Errors.Select(error => error.ToString()))
            .Append(outcome.Terminating?.ErrorRecord.ToString() ?? "")
            .Any(text => text.Contains(id, StringComparison.Ordinal));

    private static void AssertEachIsTold(FastHost host, Outcome outcome)
    {
        var machines = host.Run("Get-PsMachine").Succeeded().All<Machine>();
        Assert.NotEmpty(machines);
        Assert.All(machines, machine => Assert.True(IsTold(machine.Id, outcome), $"{machine.Id} ({machine.Name}) exists and is not told."));
    }

    [Fact]
    public void Machines_that_were_created_can_be_waited_for()
    {
        using var host = new FastHost(api);
        var outcome = host.Run($"'a', 'b', 'c' | {Create} -ThrottleLimit 3 | % {{ throw 'downstream' }}");
        Assert.Matches(@"Resume with Wait-PsMachine ps\w+(, ps\w+)* -State ready\.", Assert.Single(outcome.Warnings));
    }

    [Fact]
    public void Actions_that_completed_are_not_kept_as_unreported()
    {
        using var host = new FastHost(api, Seeds);
        host.Run("Get-PsMachine | Start-PsMachine -Wait").Succeeded();
        var first = Seeds[0].Id;
        host.Run($"& {{ '{first}'; 'psnone' }} | Stop-PsMachine -Wait -ThrottleLimit 1 -ErrorAction Stop");
        Assert.Empty(host.Run("Get-PsAccount -Diagnostic").Succeeded().Single<AccountDiagnostic>().UnreportedChanges);
    }
}

using System.Net;
using System.Text;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Actions that the API rejects: what is a success, what is requested again, and what the error says.</summary>
public sealed class RefusalTests
{
    private const string Incompatible = "Machine is not in a power state compatible with this request.";
    private const string Upgrading = "This machine is currently upgrading.";

    private static readonly MachineSeed[] Seeds =
    [
        new() { Id = "psready", Name = "on" },
        new() { Id = "psoff", Name = "off", State = "off" },
        new() { Id = "psstop", Name = "leaving", State = "stopping" },
        new() { Id = "psup", Name = "growing", State = "upgrading" },
    ];

    public static TheoryData<string, int, string> RunningAnswers { get; } = [.. from api in new[] { "Core", "V1" }
        from answer in new[]
        {
            (400, Incompatible), (409, "This machine is currently starting."), (412, Incompatible), (422, "Machine is already running"),
        }
        select (api, answer.Item1, answer.Item2)];

    public static TheoryData<string, string, string, string> Refusals { get; } = [.. from api in new[] { "Core", "V1" }
        from refusal in new[]
        {
            ("Restart-PsMachine psoff", Incompatible, "Machine psoff (off, off) did not accept the restart. Start it with Start-PsMachine."),
            ("Start-PsMachine psstop", Incompatible, "Machine psstop (leaving, stopping) did not accept the start. Wait with Wait-PsMachine "),
            ("Restart-PsMachine psstop", Incompatible, "Machine psstop (leaving, stopping) did not accept the restart. Wait with "),
            ("Stop-PsMachine psup", Upgrading, "Machine psup (growing, upgrading) did not accept the stop. Use -Wait, "),
            ("Start-PsMachine psup", Upgrading, "Machine psup (growing, upgrading) did not accept the start. Use -Wait, "),
            ("Restart-PsMachine psup", Upgrading, "Machine psup (growing, upgrading) did not accept the restart. Use -Wait, "),
        }
        select (api, refusal.Item1, refusal.Item2, refusal.Item3)];

    public static TheoryData<string, string> Actions { get; } = [.. from api in new[] { "Core", "V1" }
        from action in new[] { "Start-PsMachine psoff", "Stop-PsMachine psready", "Restart-PsMachine psready" }
        select (api, action)];

    [Theory]
    [MemberData(nameof(RunningAnswers))]
    public void A_start_of_a_running_machine_succeeds_whatever_the_API_answers(string api, int status, string message)
    {
        using var host = Start(api, Refuse(int.MaxValue, status, message, out _));
        host.Run("Start-PsMachine psready").Succeeded();
        Assert.Equal("psready", host.Run("Start-PsMachine on -Wait").Succeeded().Single<Machine>().Id);
        host.Run("Stop-PsMachine psoff").Succeeded();
        Assert.StartsWith("RequestRejected,", host.Run("Start-PsMachine psoff").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void The_error_names_the_machine_its_state_and_the_next_step(string api, string script, string message, string says)
    {
        using var host = Start(api, Refuse(int.MaxValue, 412, message, out _));
        var error = host.Run(script).Error;
        Assert.StartsWith("RequestRejected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(says, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_on_a_machine_that_is_being_upgraded_is_requested_again_with_Wait(string api, string action)
    {
        using var host = Start(api, Refuse(3, 409, Upgrading, out var requests));
        host.Run($"{action} -Wait").Succeeded().Single<Machine>();
        Assert.Equal(4, requests());
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void It_is_requested_no_longer_than_the_time_limit_and_once_without_Wait(string api, string action)
    {
        using var host = Start(api, Refuse(int.MaxValue, 409, Upgrading, out var requests));
        var begun = host.Clock.GetUtcNow();
        Assert.StartsWith("RequestRejected,", host.Run($"{action} -Wait -Timeout 60").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(60), host.Clock.GetUtcNow() - begun);
        var sent = requests();
        Assert.InRange(sent, 3, 10);
        Assert.StartsWith("RequestRejected,", host.Run(action).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(sent + 1, requests());
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("V1")]
    public async Task Ctrl_C_ends_the_repeats_and_reports_the_rejection(string api)
    {
        var screen = new RecordingHost(width: 300);
        var gate = new Gate();
        using var host = new FastHost(
            Enum.Parse<PaperspaceApiVersion>(api),
            screen,
            async (request, send, token) =>
            {
                if (!IsAction(request)) return await send();
                await gate.PassAsync(token);
                return Response(409, Upgrading);
            },
            Seeds);
        using var shell = host.Session.Start("Stop-PsMachine psready -Wait -Timeout 1000000");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        shell.Stop();
        Assert.Throws<System.Management.Automation.PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains("WARNING: Interrupted. Stop machine ", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_the_actions_are_the_same_on_both_APIs()
    {
        const string Script = """
            Start-PsMachine psoff -WhatIf
            Stop-PsMachine psready, psoff -WhatIf
            Restart-PsMachine psready -WhatIf
            Remove-PsMachine psoff -WhatIf
            Set-PsMachine psoff -Name renamed -WhatIf
            Grant-PsMachineAccess psoff -User ada@example.com -WhatIf
            Revoke-PsMachineAccess psoff -User ada@example.com -WhatIf
            Wait-PsMachine psoff -State ready -Timeout 0
            Wait-PsMachine psready -State off -Timeout 0
            Restart-PsMachine leavin
            """;
        var texts = new List<string>();
        foreach (var api in new[] { "Core", "V1" })
        {
            var screen = new RecordingHost(width: 300);
            await using var host = await SimulatedHost.StartAsync(screen, Enum.Parse<PaperspaceApiVersion>(api), Seeds);
            var outcome = host.Run(Script);
            Assert.Equal(3, outcome.Errors.Count);
            texts.Add(screen.Text + string.Join('\n', outcome.Errors.Select(error => error.ToString())));
        }

        Assert.Equal(texts[0], texts[1]);
    }

    private static FastHost Start(
        string api, Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> hook) =>
        new(Enum.Parse<PaperspaceApiVersion>(api), null, hook, Seeds);

    /// <summary>Rejects the first actions on machines.</summary>
    private static Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> Refuse(
        int times, int status, string message, out Func<int> requests)
    {
        var count = 0;
        requests = () => Volatile.Read(ref count);
        return async (request, send, _) =>
            IsAction(request) && Interlocked.Increment(ref count) <= times ? Response(status, message) : await send();
    }

    private static bool IsAction(HttpRequestMessage request) =>
        request.Method != HttpMethod.Get && request.RequestUri!.AbsolutePath.Split('/')[^1] is "start" or "stop" or "restart";

    private static HttpResponseMessage Response(int status, string message) => new((HttpStatusCode)status)
    {
        Content = new StringContent($$"""{"message":"{{message}}","status":{{status}}}""", Encoding.UTF8, "application/json"),
    };
}

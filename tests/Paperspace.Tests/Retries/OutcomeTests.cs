using Paperspace.Simulator;
using Paperspace.Tests.Support;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Retries;

/// <summary>A response to a change that does not prove that it was refused leaves its outcome unknown.</summary>
public sealed class OutcomeTests
{
    private static readonly Dictionary<string, SimulatedFault> Faults = new(StringComparer.Ordinal)
    {
        ["500"] = new() { Status = 500, HasApiBody = true, AfterEffect = true },
        ["502"] = new() { Status = 502, AfterEffect = true },
        ["page 403"] = new() { Status = 403, Body = "<html>Forbidden</html>", ContentType = "text/html", AfterEffect = true },
        ["page 404"] = SimulatedFault.ProxyPage(404) with { AfterEffect = true },
        ["page 200"] = SimulatedFault.ProxyPage(200) with { AfterEffect = true },
        ["cut body"] = new() { CutsBody = true },
        ["dropped"] = new() { DropsConnection = true, AfterEffect = true },
    };

    public static TheoryData<PaperspaceApiVersion, string> ApisAndFaults { get; } =
    [
        .. from api in new[] { PaperspaceApiVersion.Core, PaperspaceApiVersion.V1 }
           from fault in Faults.Keys
           select (api, fault),
    ];

    public static TheoryData<PaperspaceApiVersion> Apis { get; } = [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [MemberData(nameof(ApisAndFaults))]
    public async Task A_create_that_may_have_been_carried_out_is_unknown_and_the_machine_is_found(PaperspaceApiVersion api, string fault)
    {
        using var account = Account(api, new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromSeconds(6) } });
        account.Simulator.Inject(Faults[fault] with { Method = "POST" });
        var options = Requests.Smallest();
        options.Name = "new-one";
        var since = account.Clock.GetUtcNow();

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Machines.CreateAsync(options, WaitUntil.Completed, default));

        Assert.Equal((PaperspaceErrorReason.OutcomeUnknown, RequestOutcome.Unknown), (error.Reason, error.Outcome));
        Assert.False(error.WasNotProcessed);
        var found = Assert.Single(await account.Client.Machines.FindCreatedAsync("new-one", since, default));
        Assert.Equal("new-one", found.Name);
        Assert.Empty(await account.Client.Machines.FindCreatedAsync("new-two", since, default));
        Assert.Empty(await account.Client.Machines.FindCreatedAsync("new-one", since + TimeSpan.FromHours(1), default));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_create_that_the_API_rejects_has_the_outcome_Refused(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions { MaxMachines = 0 });

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Completed, default));

        Assert.Equal(RequestOutcome.Refused, error.Outcome);
        Assert.NotEqual(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
    }

    public static TheoryData<PaperspaceApiVersion, int> Pages { get; } =
        [.. from api in new[] { PaperspaceApiVersion.Core, PaperspaceApiVersion.V1 } from status in new[] { 403, 404 } select (api, status)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_start_whose_retry_meets_a_page_has_an_unknown_outcome(PaperspaceApiVersion api, int status)
    {
        var requests = 0;
        await using var server = ScriptedServer.Replying(request => request.Method == "GET" ? Reply.To(request)
            : ++requests == 1 ? Reply.Empty(502)
            : Reply.Text("<html><title>Attention Required! | Cloudflare</title></html>", "text/html", status));
        using var client = api == PaperspaceApiVersion.V1 ? TestClient.OfV1(server.BaseUri) : TestClient.Of(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));

        Assert.Equal(
            (PaperspaceErrorReason.OutcomeUnknown, RequestOutcome.Unknown, status),
            (error.Reason, error.Outcome, error.Status));
        Assert.Equal(2, requests);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_list_that_fails_once_is_read_again(PaperspaceApiVersion api)
    {
        var requests = 0;
        await using var server = ScriptedServer.Replying(
            _ => ++requests == 1 ? Reply.Empty(500) : Reply.Json(api == PaperspaceApiVersion.V1 ? """{"items":[]}""" : "[]"));
        using var client = api == PaperspaceApiVersion.V1 ? TestClient.OfV1(server.BaseUri) : TestClient.Of(server.BaseUri);
        using var pager = client.Machines.List();

        Assert.Empty((await pager.NextAsync(default))!);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task A_delay_too_long_for_a_retry_is_reported_with_its_end()
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(429, "Retry-After: 3600"));
        using var client = TestClient.Of(
            server.BaseUri, new SkippingTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));

        Assert.EndsWith(" The API asks to try again after 2026-03-01 13:00:00Z.", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    private static TestAccount Account(PaperspaceApiVersion api, SimulatorOptions options) => new(options, api);
}

using Paperspace.Tests.Support;
using Paperspace.Tests.V1;

namespace Paperspace.Tests.Retries;

/// <summary>Which operations are tried again after which failures, and which never are.</summary>
public abstract class OperationRetryTests(PaperspaceApiVersion api)
{
    private const int Retries = 4;

    private static readonly Dictionary<string, (string Core, string V1)> Lines = new(StringComparer.Ordinal)
    {
        ["create"] = ("POST /machines/createSingleMachinePublic", "POST /v1/machines"),
        ["start"] = ("POST /machines/psec02yp2/start", "PATCH /v1/machines/psec02yp2/start"),
        ["stop"] = ("POST /machines/psec02yp2/stop", "PATCH /v1/machines/psec02yp2/stop"),
        ["restart"] = ("POST /machines/psec02yp2/restart", "PATCH /v1/machines/psec02yp2/restart"),
        ["destroy"] = ("POST /machines/psec02yp2/destroyMachine", "DELETE /v1/machines/psec02yp2"),
        ["update"] = ("POST /machines/psec02yp2/updateMachinePublic", "PUT /v1/machines/psec02yp2"),
        ["setAccessForUser"] = ("POST /machines/psec02yp2/setMachineAccess", "POST /v1/machines/psec02yp2/accessors"),
        ["list"] = ("GET /machines/getMachines", "GET /v1/machines"),
        ["show"] = ("GET /machines/getMachinePublic", "GET /v1/machines/psec02yp2"),
        ["utilization"] = ("GET /machines/getUtilization", "GET /v1/machine-events"),
        ["availability"] = ("GET /machines/getAvailability", "GET /v1/machine-availability"),
        ["templates"] = ("GET /templates/getTemplates", "GET /v1/custom-templates"),
    };

    public static TheoryData<string> Repeatable { get; } =
        ["start", "stop", "update", "setAccessForUser", "list", "show", "utilization", "availability", "templates"];

    public static TheoryData<string> Unrepeatable { get; } = ["create", "restart", "destroy"];

    public static TheoryData<string> PassingFailures { get; } = ["429", "500", "502", "503", "504", "reset", "close"];

    public static TheoryData<string, string> RepeatableFailures { get; } = [.. from operation in Repeatable.Select(row => row.Data)
        from failure in PassingFailures.Select(row => row.Data)
        select (operation, failure)];

    /// <summary>All but a connection that is closed: there .NET itself sends a request without a body a few more times.</summary>
    public static TheoryData<string, string> CountedFailures { get; } =
        [.. RepeatableFailures.Select(row => row.Data).Where(row => row.Item2 != "close")];

    public static TheoryData<string, string> UnrepeatableFailures { get; } = [.. from operation in Unrepeatable.Select(row => row.Data)
        from failure in PassingFailures.Select(row => row.Data).Except(["429"])
        select (operation, failure)];

    public static TheoryData<string, int> LastingFailures { get; } = [.. from operation in Repeatable.Select(row => row.Data)
        from status in new[] { 301, 400, 401, 403, 404, 409, 422, 501 }
        select (operation, status)];

    [Theory]
    [MemberData(nameof(RepeatableFailures))]
    public async Task A_temporary_failure_is_retried_until_it_works(string operation, string failure)
    {
        await using var server = Replying(operation, Failing(failure), Failing(failure), null);
        using var client = TestClient.Of(AddressOf(server), retries: Retries);
        await Requests.Operations[operation](client, default);
        Assert.Equal(3, Own(server, operation).Count);
        Assert.Single(Own(server, operation).Select(request => (request.Method, request.Target, request.Body)).Distinct());
    }

    [Theory]
    [MemberData(nameof(CountedFailures))]
    public async Task A_lasting_failure_is_returned_after_the_retries(string operation, string failure)
    {
        await using var server = Replying(operation, Failing(failure));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(AddressOf(server), time, Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        var reason = failure switch
        {
            "429" => PaperspaceErrorReason.TooManyRequests,
            "reset" => PaperspaceErrorReason.HostUnreachable,
            _ => PaperspaceErrorReason.ServerError,
        };
        Assert.Equal(reason, error.Reason);
        Assert.Equal(1 + Retries, Own(server, operation).Count);
        Assert.Equal(Retries, time.Pauses.Count);
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task A_connection_that_is_always_closed_is_an_error_after_the_retries(string operation)
    {
        await using var server = Replying(operation, Reply.Close);
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(AddressOf(server), time, Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
        Assert.Equal(Retries, time.Pauses.Count);
    }

    [Theory]
    [MemberData(nameof(LastingFailures))]
    public async Task A_permanent_failure_is_not_retried(string operation, int status)
    {
        await using var server = Replying(operation, Reply.Empty(status));
        using var client = TestClient.Of(AddressOf(server), retries: Retries);
        await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Single(Own(server, operation));
    }

    [Theory]
    [MemberData(nameof(UnrepeatableFailures))]
    public async Task An_action_that_must_not_be_repeated_is_sent_once_and_its_outcome_is_unknown(string operation, string failure)
    {
        await using var server = Replying(operation, Failing(failure));
        using var client = TestClient.Of(AddressOf(server), retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
        Assert.EndsWith(". The request may have been carried out.", error.Message, StringComparison.Ordinal);
        Assert.Equal(int.TryParse(failure, out var status) ? status : null, error.Status);
        Assert.Equal(LineOf(operation), $"{error.Method} {error.Path}");
        Assert.Single(Own(server, operation));
    }

    [Theory]
    [MemberData(nameof(Unrepeatable))]
    public async Task A_rate_limited_action_was_not_processed_and_is_retried(string operation)
    {
        await using var server = Replying(operation, Reply.Empty(429, "Retry-After: 3"), null);
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(AddressOf(server), time, retries: Retries);
        await Requests.Operations[operation](client, default);
        Assert.Equal(2, Own(server, operation).Count);
        Assert.Equal([TimeSpan.FromSeconds(3)], time.Pauses);
    }

    [Theory]
    [MemberData(nameof(Unrepeatable))]
    public async Task An_action_that_stays_rate_limited_is_reported_as_not_processed(string operation)
    {
        await using var server = Replying(operation, Reply.Empty(429));
        using var client = TestClient.Of(AddressOf(server), retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal((PaperspaceErrorReason.TooManyRequests, true), (error.Reason, error.WasNotProcessed));
        Assert.Equal(1 + Retries, Own(server, operation).Count);
    }

    [Theory]
    [MemberData(nameof(Unrepeatable))]
    public async Task An_action_whose_connection_was_refused_was_not_processed(string operation)
    {
        using var port = new DeafPort();
        using var client = TestClient.Of(new Uri(port.BaseUri, Path), retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
        Assert.DoesNotContain("not known", error.Message, StringComparison.Ordinal);
    }

    private static Reply Failing(string failure) => failure switch
    {
        "reset" => Reply.Reset,
        "close" => Reply.Close,
        _ => Reply.Empty(int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private string Path => api == PaperspaceApiVersion.Core ? "/" : "/v1";

    private string LineOf(string operation) => api == PaperspaceApiVersion.Core ? Lines[operation].Core : Lines[operation].V1;

    private Uri AddressOf(ScriptedServer server) => new(server.BaseUri, Path);

    /// <summary>The requests of the operation itself: V1 reads some machines and their events apart.</summary>
    private List<SeenRequest> Own(ScriptedServer server, string operation) =>
        [.. server.Requests.Where(request => $"{request.Method} {request.Path}" == LineOf(operation))];

    /// <summary>Starts a server that gives the operation's own requests these replies in turn, null for what belongs there, and the last
    /// ever after.</summary>
    private ScriptedServer Replying(string operation, params Reply?[] replies)
    {
        var next = -1;
        return ScriptedServer.Replying(request =>
            (
                $"{request.Method} {request.Path}" == LineOf(operation)
                    ? replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]
                    : null) ?? (api == PaperspaceApiVersion.Core ? Reply.To(request) : OfV1(request)));
    }

    /// <summary>The machine is in a state in which neither a start nor a stop that is refused was needless.</summary>
    private static Reply OfV1(SeenRequest request) =>
        $"{request.Method} {request.Path}" == Lines["show"].V1
            ? Reply.Json("""{"id":"psec02yp2","state":"upgrading"}""")
            : V1Reply.To(request);
}

using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Network;

/// <summary>What a caller gets when the network, or whoever responds, does anything at all. <c>docs/faults.md</c> lists these
/// tests.</summary>
public abstract class HostileNetworkTests(PaperspaceApiVersion api)
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const int SmallLimit = 256 * 1024;

    [Fact]
    public async Task Connection_refused()
    {
        using var port = new DeafPort();
        var error = await FailAsync(Requests.Operations["show"], port.BaseUri);
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Null(error.Status);
    }

    [Fact]
    public async Task Name_that_does_not_resolve()
    {
        var error = await FailAsync(Requests.Operations["show"], new Uri("https://no-such-host.invalid"));
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
        Assert.Contains("no-such-host.invalid cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_that_times_out()
    {
        // A listener whose queue is full lets no further connection come about.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var address = (IPEndPoint)listener.LocalEndPoint!;
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(address);
        using var client = new PaperspaceClient(new PaperspaceClientOptions
        {
            ApiKey = TestClient.Key,
            BaseUri = new Uri(new Uri($"http://{address}"), Path),
            ConnectTimeout = TimeSpan.FromMilliseconds(200),
            MaximumRetryCount = 0,
        });
        // Also for an action that must not be repeated: nothing was sent.
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
    }

    [Fact]
    public async Task Server_without_TLS_on_an_https_port()
    {
        await using var server = ScriptedServer.Greeting(Reply.Raw("220 mail.example ESMTP\r\n", Reply.Close));
        var error = await FailAsync(Requests.Operations["create"], new UriBuilder(server.BaseUri) { Scheme = "https" }.Uri);
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public Task Reset_before_a_response() => FailsAsync(PaperspaceErrorReason.HostUnreachable, Reply.Reset);

    [Fact]
    public Task Close_before_a_response() => FailsAsync(PaperspaceErrorReason.HostUnreachable, Reply.Close);

    [Fact]
    public Task Close_in_the_middle_of_the_headers() =>
        FailsAsync(PaperspaceErrorReason.HostUnreachable, Reply.Raw("HTTP/1.1 200 OK\r\nContent-", Reply.Close));

    [Fact]
    public Task Close_in_the_middle_of_a_body() =>
        FailsAsync(PaperspaceErrorReason.HostUnreachable, Reply.Raw(Head + "Content-Length: 100\r\n\r\n{\"id\":", Reply.Close));

    [Fact]
    public Task Close_in_the_middle_of_a_chunked_body() =>
        FailsAsync(
            PaperspaceErrorReason.HostUnreachable,
            Reply.Raw(Head + "Transfer-Encoding: chunked\r\n\r\n40\r\n{\"id\":", Reply.Close));

    [Fact]
    public async Task Reset_in_the_middle_of_a_body()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Replying(
            Reply.Raw(Head + "Content-Length: 100\r\n\r\n{\"id\":", Reply.After(began.Task, Reply.Reset)));
        using var client = NewClient(server.BaseUri, retries: 0);
        var showing = client.Machines.GetAsync("psec02yp2", default);
        await ReachAsync(server);
        began.SetResult();
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, (await Assert.ThrowsAsync<PaperspaceException>(() => showing)).Reason);
    }

    [Fact]
    public Task No_response_at_all() => TimesOutAsync(Reply.Silence);

    [Fact]
    public Task Silence_in_the_middle_of_a_body() => TimesOutAsync(Reply.Raw(Head + "Content-Length: 100\r\n\r\n{\"id\":", Reply.Silence));

    [Fact]
    public Task A_byte_at_a_time_that_never_ends() =>
        TimesOutAsync(Reply.Endless(Head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"u8.ToArray()));

    [Fact]
    public async Task No_response_to_an_action_that_must_not_be_repeated()
    {
        var time = new FakeTimeProvider();
        await using var server = Replying(Reply.Silence);
        using var client = NewClient(server.BaseUri, time);
        var creating = client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default);
        await ReachAsync(server);
        time.Advance(TimeSpan.FromSeconds(100));
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => creating);
        Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
        Assert.Single(server.Requests, IsNoEvents);
    }

    [Fact]
    public Task Truncated_JSON() => UnreadableAsync(Reply.Json("""{"id":"psec02yp2","name":"N"""));

    [Fact]
    public Task Malformed_JSON() => UnreadableAsync(Reply.Json("""{"id":"psec02yp2",,}"""));

    [Fact]
    public Task Text_after_the_JSON() => UnreadableAsync(Reply.Json("""{"id":"psec02yp2"} {"id":"ps2"}"""));

    [Fact]
    public Task Empty_body_with_200() => UnreadableAsync(Reply.Empty(200));

    [Fact]
    public Task White_space_with_200() => UnreadableAsync(Reply.Json(" \r\n\t"));

    [Fact]
    public Task No_content_instead_of_a_machine() => UnreadableAsync(Reply.NoContent);

    [Fact]
    public Task Array_instead_of_an_object() => UnreadableAsync(Reply.Json("""[{"id":"psec02yp2"}]"""));

    [Fact]
    public Task Object_instead_of_an_array() => UnreadableAsync(Reply.Json("""{"id":"psec02yp2"}"""), "list");

    [Fact]
    public Task Null_instead_of_an_object() => UnreadableAsync(Reply.Json("null"));

    [Theory]
    [InlineData("null")]
    [InlineData("\"ps2\"")]
    [InlineData("""["ps2"]""")]
    [InlineData("""{"name":"My Machine 1"}""")]
    public async Task Something_else_among_the_machines(string item)
    {
        var items = $$"""[{"id":"ps1"},{{item}},{"id":"ps3"}]""";
        await using var server = Replying(Reply.Json(IsCore ? items : $$"""{"items":{{items}}}"""));
        using var client = NewClient(server.BaseUri);
        using var pager = client.Machines.List();

        var page = await pager.NextAsync(default);

        Assert.Equal(["ps1", "ps3"], page!.Select(machine => machine.Id));
        Assert.Equal("The list is incomplete: 1 of 3 items could not be read.", page!.Warning);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"ps1\"")]
    public Task Nothing_but_something_else_among_the_machines(string item) =>
        UnreadableAsync(Reply.Json(IsCore ? $"[{item}]" : $$"""{"items":[{{item}}]}"""), "list");

    [Fact]
    public Task Machine_without_an_id() => UnreadableAsync(Reply.Json("""{"name":"My Machine 1"}"""));

    [Fact]
    public Task JavaScript_instead_of_a_value() => UnreadableAsync(Reply.Json("""{"id":"ps1","x":new Date(1,{"y":2})}"""));

    [Fact]
    public async Task Web_page_with_200()
    {
        var error = await UnreadableAsync(
            Reply.Text("<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>", "text/html"));
        Assert.Contains("it is a web page, not JSON.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_content_type_with_valid_JSON() =>
        Assert.Equal("psec02yp2", (await ShowAsync(Reply.Text(Shown, "text/html"))).Id);

    [Fact]
    public async Task No_content_type_with_valid_JSON() =>
        Assert.Equal("psec02yp2", (await ShowAsync(Reply.Whole(200, Encoding.UTF8.GetBytes(Shown)))).Id);

    [Fact]
    public async Task Unknown_charset_with_valid_JSON() =>
        Assert.Equal("psec02yp2", (await ShowAsync(Reply.Text(Shown, "application/json; charset=klingon"))).Id);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Compressed_JSON(string encoding) =>
        Assert.Equal(
            "psec02yp2",
            (await ShowAsync(Reply.Whole(200, Compressed(encoding, Encoding.UTF8.GetBytes(Shown)), $"Content-Encoding: {encoding}"))).Id);

    [Fact]
    public Task Corrupt_gzip() =>
        FailsAsync(PaperspaceErrorReason.InvalidResponse, Reply.Whole(200, "this is no gzip"u8.ToArray(), "Content-Encoding: gzip"));

    [Fact]
    public async Task Gzip_bomb()
    {
        var bomb = Compressed("gzip", new byte[64 * 1024 * 1024]);
        await TooLargeAsync(Reply.Whole(200, bomb, "Content-Encoding: gzip"));
    }

    [Fact]
    public async Task Gzip_bomb_with_an_error_status()
    {
        var bomb = Compressed("gzip", new byte[64 * 1024 * 1024]);
        await TooLargeAsync(Reply.Whole(500, bomb, "Content-Encoding: gzip"));
    }

    [Fact]
    public async Task Body_without_end()
    {
        var piece = Encoding.Latin1.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
        var sent = 0L;
        await TooLargeAsync(Reply.Endless(Head + "Transfer-Encoding: chunked\r\n\r\n", piece, bytes => sent = bytes));
        // What the sockets' buffers took beyond the limit is a few megabytes, whatever the server would have sent.
        Assert.InRange(sent, 1, 64 * 1024 * 1024);
    }

    [Fact]
    public async Task Body_announced_as_1_GB()
    {
        var sent = 0L;
        await TooLargeAsync(Reply.Endless(Head + "Content-Length: 1073741824\r\n\r\n", new byte[0x10000], bytes => sent = bytes));
        Assert.InRange(sent, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public async Task Body_of_exactly_the_maximum_size()
    {
        var body = new byte[SmallLimit];
        Array.Fill(body, (byte)' ');
        "{\"id\":\"psec02yp2\"}"u8.CopyTo(body);
        await using var server = Replying(Reply.Whole(200, body));
        using var client = NewClient(server.BaseUri, largestResponse: SmallLimit);
        Assert.Equal("psec02yp2", (await client.Machines.GetAsync("psec02yp2", default)).Id);
    }

    [Fact]
    public async Task Too_large_a_response_to_an_action_that_must_not_be_repeated()
    {
        await using var server = Replying(Reply.Whole(200, new byte[SmallLimit + 1]));
        using var client = NewClient(server.BaseUri, largestResponse: SmallLimit);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));
        Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
    }

    [Fact]
    public Task Headers_without_end() =>
        FailsAsync(
            PaperspaceErrorReason.InvalidResponse,
            Reply.Endless("HTTP/1.1 200 OK\r\n", Encoding.Latin1.GetBytes("X-Padding: " + new string('x', 8000) + "\r\n")));

    [Fact]
    public Task Response_that_is_not_HTTP() =>
        FailsAsync(PaperspaceErrorReason.InvalidResponse, Reply.Raw("220 mail.example ESMTP\r\n\r\n", Reply.Close));

    [Fact]
    public async Task Web_page_without_HTTP()
    {
        var error = await FailsAsync(PaperspaceErrorReason.InvalidResponse, Reply.Raw("<html>\u001b[31m</html>\r\n\r\n", Reply.Close));
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.DoesNotContain("<html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Malformed_chunks() =>
        FailsAsync(
            PaperspaceErrorReason.InvalidResponse,
            Reply.Raw(Head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n", Reply.Close));

    [Fact]
    public Task Deep_nesting() =>
        UnreadableAsync(Reply.Json($"{{\"id\":\"ps1\",\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}"));

    [Fact]
    public Task Deep_nesting_in_an_error() => FailsAsync(PaperspaceErrorReason.RequestRejected, Reply.Json(new string('[', 100_000), 400));

    [Fact]
    public async Task Duplicate_keys()
    {
        // The events of V1 are a list of their own.
        var events = IsCore ? """ "events":[{"name":"a"}],"events":null, """ : "";
        var machine = await ShowAsync(
            Reply.Json($$"""{"id":"psx","id":"psec02yp2","ram":"x","ram":"1","state":"off","state":"ready",{{events}}"new":1,"new":2}"""));
        Assert.Equal(("psec02yp2", 1, "ready"), (machine.Id, machine.Ram, machine.State));
        if (IsCore) Assert.Null(machine.Events);
        Assert.Equal(["new"], machine.AdditionalData.Keys);
        Assert.Equal(2L, machine.AdditionalData["new"]);
    }

    [Fact]
    public async Task Numbers_out_of_range()
    {
        string[] own = IsCore ? ["internalId", "shutdownTimeoutInHours"] : ["usageRate", "autoSnapshotSaveCount"];
        var machine = await ShowAsync(Reply.Json(
            $$"""
            {
              "id": "psec02yp2", "ram": "9223372036854775808", "cpus": 2147483648, "storageTotal": 1e300, "storageUsed": -1.5,
              "{{own[0]}}": 99999999999999999999999999999999, "{{own[1]}}": "many"
            }
            """));
        Assert.Equal((null, null, null, null), (machine.Ram, machine.Cpus, machine.StorageTotal, machine.StorageUsed));
        Assert.Equal(
            (null, null, null, null),
            (machine.InternalId, machine.ShutdownTimeoutInHours, machine.HourlyRate, machine.AutoSnapshotSaveCount));
        Assert.Equal(["ram", "cpus", "storageTotal", "storageUsed", .. own], machine.AdditionalData.Keys);
        Assert.Equal("9223372036854775808", machine.AdditionalData["ram"]);
        Assert.Equal(2147483648L, machine.AdditionalData["cpus"]);
    }

    [Fact]
    public async Task Number_of_a_million_digits() => Assert.Equal(
        PaperspaceErrorReason.InvalidResponse,
        (await FailAsync(Requests.Operations["show"], Reply.Json($"{{\"id\":\"ps1\",\"ram\":{new string('9', 1_000_000)}}}"))).Reason);

    [Fact]
    public async Task Values_of_another_kind()
    {
        string[] own = IsCore ? ["dynamicPublicIp", "events"] : ["publicIpType", "accelerators"];
        var machine = await ShowAsync(
            Reply.Json(
                $$"""{"id":1,"name":true,"ram":[1],"cpus":{"n":8},"{{own[0]}}":{{(IsCore ? "1" : "[1]")}},"{{own[1]}}":"none","state":["off"]}"""),
            "1");
        Assert.Equal(("1", "true"), (machine.Id, machine.Name));
        Assert.Equal(["ram", "cpus", .. own, "state"], machine.AdditionalData.Keys);
        Assert.Equal((null, null, null, null), (machine.Ram, machine.Cpus, machine.DynamicPublicIp, machine.State));
        Assert.Null(IsCore ? machine.Events : machine.Accelerators);
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2022-13-45T00:00:00Z\"")]
    [InlineData("\"0000-00-00\"")]
    [InlineData("\"99999-01-01T00:00:00Z\"")]
    [InlineData("1647272873852")]
    [InlineData("{}")]
    public async Task Invalid_dates(string date)
    {
        var machine = await ShowAsync(Reply.Json($$"""{"id":"psec02yp2","dtCreated":{{date}}}"""));
        Assert.Null(machine.DtCreated);
        Assert.Null(machine.AgeDays);
        Assert.Equal(["dtCreated"], machine.AdditionalData.Keys);
    }

    [Fact]
    public async Task Byte_order_mark() => Assert.Equal("psec02yp2", (await ShowAsync(Reply.Json("\uFEFF" + Shown))).Id);

    [Fact]
    public async Task UTF_16_with_a_byte_order_mark() =>
        Assert.Equal(
            "psec02yp2",
            (await ShowAsync(Reply.Whole(200, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Shown)]))).Id);

    [Fact]
    public async Task Invalid_UTF_8()
    {
        var machine = await ShowAsync(Reply.Whole(200, [.. "{\"id\":\"psec02yp2\",\"name\":\"a"u8, 0xFF, 0xC0, .. "b\"}"u8]));
        Assert.Equal("a\uFFFD\uFFFDb", machine.Name);
    }

    [Fact]
    public async Task Lone_surrogates() =>
        Assert.Equal("psec02yp2", (await ShowAsync(Reply.Json("""{"id":"psec02yp2","name":"\uD800","os":"\uDC00"}"""))).Id);

    [Fact]
    public async Task NUL_characters_between_the_JSON() =>
        Assert.Equal("psec02yp2", (await ShowAsync(Reply.Json("{\"id\":\0\"psec02yp2\"}"))).Id);

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_to_another_host(int status)
    {
        await using var other = Replying(Reply.Json(Shown));
        var error = await FailsAsync(PaperspaceErrorReason.RedirectRefused, Reply.Empty(status, $"Location: {other.BaseUri}stolen?x=1"));
        Assert.Empty(other.Requests);
        Assert.Equal(status, error.Status);
        Assert.Contains($"http://{other.BaseUri.Authority}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Redirect_to_another_scheme() =>
        FailsAsync(PaperspaceErrorReason.RedirectRefused, Reply.Empty(301, "Location: https://127.0.0.1/x"));

    [Theory]
    [InlineData("/elsewhere")]
    [InlineData("elsewhere?x")]
    [InlineData("//evil.example/x")]
    public async Task Redirect_to_another_path(string location)
    {
        await using var server = Replying(Reply.Empty(302, $"Location: {location}"));
        using var client = NewClient(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));
        Assert.Equal(PaperspaceErrorReason.RedirectRefused, error.Reason);
        Assert.Contains(
            location.StartsWith("//", StringComparison.Ordinal) ? "evil.example" : "another path of the same host",
            error.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("file:", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests, IsNoEvents);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(304)]
    [InlineData(302)]
    public Task Redirect_without_a_location(int status) => FailsAsync(PaperspaceErrorReason.RedirectRefused, Reply.Empty(status));

    [Theory]
    [InlineData("restart")]
    [InlineData("create")]
    public async Task Redirect_of_an_action_that_must_not_be_repeated(string operation)
    {
        await using var other = Replying(Reply.NoContent);
        await FailsAsync(PaperspaceErrorReason.RedirectRefused, Reply.Empty(307, $"Location: {other.BaseUri}"), operation);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public void Plain_http_to_another_host() =>
        Assert.Equal(
            PaperspaceErrorReason.InsecureBaseUri,
            Assert.Throws<PaperspaceException>(() => NewClient(new Uri("http://api.paperspace.io"))).Reason
        );

    [Fact]
    public async Task Environment_proxy_for_the_local_computer()
    {
        await using var proxy = Replying(Reply.Json("{}"));
        await using var server = Replying(Reply.Json(Shown));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyFor(server.BaseUri, proxy.BaseUri);
        try
        {
            using var client = NewClient(server.BaseUri);
            Assert.Equal("psec02yp2", (await client.Machines.GetAsync("psec02yp2", default)).Id);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public Task Nonstandard_status() => FailsAsync(PaperspaceErrorReason.ServerError, Reply.Empty(799));

    [Fact]
    public async Task Interim_responses_before_the_response() =>
        Assert.Equal(
            "psec02yp2",
            (await ShowAsync(Reply.Raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", Reply.Json(Shown)))).Id);

    [Fact]
    public async Task Machine_name_with_terminal_escapes()
    {
        // Data stays as it is; what shows it makes it plain.
        var machine = await ShowAsync(Reply.Json("""{"id":"psec02yp2","name":"\u001b[2Jevil\u0007"}"""));
        Assert.Equal("\u001b[2Jevil\u0007", machine.Name);
        Assert.Equal("\uFFFD[2Jevil\uFFFD", TerminalText.Sanitize(machine.Name));
    }

    private bool IsCore => api == PaperspaceApiVersion.Core;

    private string Path => IsCore ? "/" : "/v1";

    /// <summary>A machine as the API shows it.</summary>
    private string Shown => IsCore
        ? Examples.Text("spec-show")
        : Examples.Text("v1-machine-show-gpu-on-wire").Replace("psm9u09bwu5i", "psec02yp2", StringComparison.Ordinal);

    private async Task<Machine> ShowAsync(Reply reply, string id = "psec02yp2")
    {
        await using var server = Replying(reply);
        using var client = NewClient(server.BaseUri);
        return await client.Machines.GetAsync(id, default);
    }

    private async Task<PaperspaceException> FailAsync(Func<IPaperspaceClient, CancellationToken, Task> operation, Uri address)
    {
        using var client = NewClient(address);
        return await Assert.ThrowsAsync<PaperspaceException>(() => operation(client, default));
    }

    private async Task<PaperspaceException> FailAsync(Func<IPaperspaceClient, CancellationToken, Task> operation, Reply reply)
    {
        await using var server = Replying(reply);
        return await FailAsync(operation, server.BaseUri);
    }

    private async Task<PaperspaceException> FailsAsync(PaperspaceErrorReason reason, Reply reply, string operation = "show")
    {
        var error = await FailAsync(Requests.Operations[operation], reply);
        Assert.Equal(reason, error.Reason);
        Assert.DoesNotContain(TestClient.Key, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
        return error;
    }

    private async Task<PaperspaceException> UnreadableAsync(Reply reply, string operation = "show")
    {
        await using var server = Replying(reply);
        var error = await FailAsync(Requests.Operations[operation], server.BaseUri);
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        Assert.NotNull(error.Status);
        Assert.Contains("cannot be read", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests, IsNoEvents);
        return error;
    }

    private async Task TooLargeAsync(Reply reply)
    {
        await using var server = Replying(reply);
        using var client = NewClient(server.BaseUri, largestResponse: SmallLimit);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("262,144 bytes", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests, IsNoEvents);
    }

    private async Task TimesOutAsync(Reply reply)
    {
        var time = new FakeTimeProvider();
        await using var server = Replying(reply);
        using var client = NewClient(server.BaseUri, time, requestTimeout: TimeSpan.FromSeconds(30));
        var showing = client.Machines.GetAsync("psec02yp2", default);
        await ReachAsync(server);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(showing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => showing);
        Assert.Equal(PaperspaceErrorReason.RequestTimeout, error.Reason);
        Assert.Contains("within 30 s", error.Message, StringComparison.Ordinal);
    }

    private PaperspaceClient NewClient(
        Uri address,
        TimeProvider? time = null,
        int retries = 4,
        int largestResponse = 64 * 1024 * 1024,
        TimeSpan? requestTimeout = null) =>
        TestClient.Of(new Uri(address, Path), time, retries, largestResponse: largestResponse, requestTimeout: requestTimeout);

    /// <summary>Starts a server that gives this reply to whatever is asked, but for the events that V1 tells apart from their
    /// machine.</summary>
    private static ScriptedServer Replying(Reply reply) =>
        ScriptedServer.Replying(request => IsNoEvents(request) ? reply : Reply.Json("""{"items":[]}"""));

    private static bool IsNoEvents(SeenRequest request) => !request.Path.EndsWith("/machine-events", StringComparison.Ordinal);

    /// <summary>Waits until a request has come that gets the reply.</summary>
    private static async Task ReachAsync(ScriptedServer server)
    {
        while (!IsNoEvents(await server.NextRequestAsync()))
        {
        }
    }

    private static byte[] Compressed(string encoding, byte[] body)
    {
        var compressed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest),
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest),
            _ => new ZLibStream(compressed, CompressionLevel.Fastest),
        })
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }

    /// <summary>A proxy for one address only, so that tests that run at the same time are left alone.</summary>
    private sealed class ProxyFor(Uri address, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri host) => host.Authority != address.Authority;
    }
}

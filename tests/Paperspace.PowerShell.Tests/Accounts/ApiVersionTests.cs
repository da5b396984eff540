using System.Collections.Concurrent;
using System.Management.Automation;
using System.Net;
using System.Text;
using Paperspace.Client;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>Which API a key is used for, and how that is found out.</summary>
[Collection(Surroundings.Name)]
public sealed class ApiVersionTests : IDisposable
{
    private const string Key = "key-of-either-api";

    private readonly Surroundings _surroundings = new();
    private readonly Session _session = new();
    private readonly SimulatedPaperspace _paperspace = new(new SimulatorOptions { Machines = 3, ApiKeys = [Key] });
    private readonly ConcurrentQueue<HttpRequestMessage> _requests = new();
    private readonly List<IDisposable> _accounts = [];

    private IEnumerable<string> Lines =>
        _requests.Select(request => $"{request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}");

    public void Dispose()
    {
        foreach (var account in _accounts) account.Dispose();
        _session.Dispose();
        _surroundings.Dispose();
    }

    [Fact]
    public void A_key_with_a_session_is_a_V1_key_and_the_session_is_read_once()
    {
        Ask((_, send) => send());
        var before = _session.Run("$account").Single<PaperspaceAccount>();
        Assert.Null(before.ApiVersion);
        Assert.Empty(_requests);

        Assert.Equal(6, _session.Run("Get-PsMachine -Account $account; Get-PsMachine -Account $account").Succeeded().Output.Count);
        Assert.Equal(PaperspaceApiVersion.V1, before.ApiVersion);
        Assert.Equal("https://api.paperspace.com/v1", before.BaseUri.ToString());
        Assert.NotNull(before.Team);
        Assert.Contains("@", before.User, StringComparison.Ordinal);
        Assert.Equal(
            [
                "GET https://api.paperspace.com/v1/auth/session",
                "GET https://api.paperspace.com/v1/machines",
                "GET https://api.paperspace.com/v1/machines",
            ],
            Lines);
        Assert.All(_requests, request => Assert.Equal($"Bearer {Key}", request.Headers.GetValues("Authorization").Single()));

        var diagnostic = _session.Run("Get-PsAccount $account -Diagnostic").Single<AccountDiagnostic>();
        Assert.Equal((before.ApiVersion, before.Team, before.User), (diagnostic.ApiVersion, diagnostic.Team, diagnostic.User));
        Assert.Equal("https://api.paperspace.com/v1", diagnostic.ApiHost);
    }

    [Theory]
    [InlineData(200, "null")]
    [InlineData(401, """{"message":"You must be logged in to access this method.","code":"UNAUTHORIZED"}""")]
    public void A_key_without_a_session_is_a_Core_key(int status, string body)
    {
        Ask((request, send) => IsSession(request) ? Respond(status, body) : send());
        var outcome = _session.Run("Get-PsMachine -Account $account; $account").Succeeded();
        Assert.Equal(4, outcome.Output.Count);
        var account = (PaperspaceAccount)outcome.Output[^1].BaseObject;
        Assert.Equal(PaperspaceApiVersion.Core, account.ApiVersion);
        Assert.Equal("https://api.paperspace.io/", account.BaseUri.ToString());
        Assert.Equal(["GET https://api.paperspace.com/v1/auth/session", "GET https://api.paperspace.io/machines/getMachines"], Lines);
        Assert.Equal(Key, _requests.Last().Headers.GetValues("X-Api-Key").Single());
    }

    [Fact]
    public void A_key_that_neither_API_knows_is_an_error_that_says_so()
    {
        Ask(
            (request, _) =>
                IsSession(request) ? Respond(200, "null") : Respond(401, """{"error":{"message":"Invalid API token","status":401}}"""));
        var error = _session.Run("Get-PsMachine -Account $account").Error;
        Assert.StartsWith("InvalidApiKey,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Neither the Core API nor the V1 API accepts the key", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "", "HostUnreachable")]
    [InlineData(503, "", "ServerError")]
    [InlineData(403, "<html><title>Attention Required! | Cloudflare</title></html>", "RequestRejected")]
    [InlineData(401, "<html><title>Sign in to the network</title></html>", "RequestRejected")]
    [InlineData(200, "<html><title>Sign in to the network</title></html>", "InvalidResponse")]
    [InlineData(404, """{"message":"Not found","code":"NOT_FOUND"}""", "NotFound")]
    public void Any_other_session_response_is_an_error_and_the_next_command_asks_again(int status, string body, string id)
    {
        var isUp = false;
        Ask(
            (_, send) =>
                isUp ? send()
                : status == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError, "No route.")
                : Respond(status, body));
        Assert.StartsWith($"{id},", _session.Run("Get-PsMachine -Account $account").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(_requests, request => Assert.Equal("api.paperspace.com", request.RequestUri!.Host));
        isUp = true;
        Assert.Equal(3, _session.Run("Get-PsMachine -Account $account").Succeeded().Output.Count);
    }

    [Fact]
    public async Task Concurrent_runspaces_read_the_session_once()
    {
        var gate = new Gate();
        Ask(async (request, send) =>
        {
            if (IsSession(request)) await gate.PassAsync(TestContext.Current.CancellationToken);
            return await send();
        });
        using var other = new Session();
        other.Set("account", _session.Run("$account").Single<PaperspaceAccount>());
        using var first = _session.Start("Get-PsMachine -Account $account");
        using var second = other.Start("Get-PsMachine -Account $account");
        var (one, two) = (first.BeginInvoke(), second.BeginInvoke());
        await gate.ArrivedAsync(1);
        gate.Open();
        Assert.Equal(3, (await Task.Factory.FromAsync(one, first.EndInvoke)).Count);
        Assert.Equal(3, (await Task.Factory.FromAsync(two, second.EndInvoke)).Count);
        Assert.Single(Lines, line => line.EndsWith("/auth/session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ctrl_C_cancels_the_session_request_and_Tab_does_not_wait_for_it()
    {
        var gate = new Gate();
        Ask(async (_, send) =>
        {
            await gate.PassAsync(TestContext.Current.CancellationToken);
            return await send();
        });
        using var shell = _session.Start("Get-PsMachine -Account $account");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        await Task.Factory.FromAsync(shell.BeginStop(null, null), shell.EndStop);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));

        using var completing = _session.Start("");
        completing.Commands.Clear();
        const string line = "Stop-PsMachine -Account $account -MachineId ";
        Assert.DoesNotContain(
            CommandCompletion.CompleteInput(line, line.Length, null, completing).CompletionMatches,
            match => match.CompletionText.StartsWith("ps", StringComparison.Ordinal));
        gate.Open();
    }

    [Theory]
    [InlineData("", "api.paperspace.com:443")]
    [InlineData("-ApiVersion V1", "api.paperspace.com:443")]
    [InlineData("-ApiVersion Core", "api.paperspace.io:443")]
    public async Task Without_an_address_the_public_one_is_used_and_V1_is_tried_first(string parameters, string asked)
    {
        await using var proxy = ScriptedServer.Replying(Reply.Empty(407, "Proxy-Authenticate: Basic realm=\"office\""));
        _session.Run($"Connect-PsAccount -ApiKey {Key} -Proxy {proxy.BaseUri} {parameters}").Succeeded();
        Assert.Empty(proxy.Requests);
        Assert.StartsWith(
            "ProxyAuthenticationRequired,",
            _session.Run("Get-PsMachine").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Equal(asked, proxy.Request.Target);
    }

    [Fact]
    public void A_key_in_the_credentials_file_is_a_V1_key_and_the_API_of_an_older_file_is_determined()
    {
        _surroundings.Configure("""{ "apiKey": "older-key" }""");
        Assert.Null(_session.Run("Connect-PsAccount -PassThru").Single<PaperspaceAccount>().ApiVersion);
        _surroundings.Configure("credentials.toml", "[keys]\nacme = \"team-key\"\n");
        Assert.Equal(PaperspaceApiVersion.V1, _session.Run("Connect-PsAccount -PassThru").Single<PaperspaceAccount>().ApiVersion);
        Assert.Equal(
            PaperspaceApiVersion.Core,
            _session.Run("Connect-PsAccount -ApiVersion Core -PassThru").Single<PaperspaceAccount>().ApiVersion);
        _surroundings.Set("PAPERSPACE_CONFIG_HOST", "https://core.example.org");
        Assert.Equal(PaperspaceApiVersion.Core, _session.Run("Connect-PsAccount -PassThru").Single<PaperspaceAccount>().ApiVersion);
        _surroundings.Set("PAPERSPACE_API_URL", "https://v1.example.org/any");
        var account = _session.Run("Connect-PsAccount -PassThru").Single<PaperspaceAccount>();
        Assert.Equal((PaperspaceApiVersion.V1, "https://v1.example.org/any"), (account.ApiVersion, account.BaseUri.ToString()));
        Assert.Equal(
            PaperspaceApiVersion.Core,
            _session.Run("Connect-PsAccount -BaseUri https://other.example.org -PassThru").Single<PaperspaceAccount>().ApiVersion
        );
        Assert.Equal(
            PaperspaceApiVersion.V1,
            _session.Run("Connect-PsAccount -BaseUri https://other.example.org/v1/ -PassThru").Single<PaperspaceAccount>().ApiVersion
        );
    }

    [Theory]
    [InlineData("Core", "V1")]
    [InlineData("V1", "Core")]
    public async Task A_wrong_key_is_an_error_that_names_the_API_and_suggests_the_other(string api, string other)
    {
        await using var server = await SimulatorServer.StartAsync(_paperspace, cancellationToken: TestContext.Current.CancellationToken);
        var uri = api == "V1" ? server.V1BaseUri : server.BaseUri;
        foreach (
            var command in new[]
            {
                $"Get-PsMachine -ApiKey wrong-key -BaseUri {uri}",
                $"Get-PsMachine -ApiKey wrong-key -BaseUri {server.BaseUri}{(api == "V1" ? "v1" : "")} -ApiVersion {api}",
                $"Connect-PsAccount -ApiKey wrong-key -BaseUri {uri} -Verify",
            })
        {
            var error = _session.Run(command).Error;
            Assert.StartsWith("InvalidApiKey,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains($"The {api} API rejected the key.", error.ToString(), StringComparison.Ordinal);
            Assert.Contains($"ApiVersion {other}", error.ToString(), StringComparison.Ordinal);
        }

        Assert.StartsWith("ApiKeyMissing,", _session.Run("Get-PsMachine").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Core", "GET /machines/getMachines?limit=1")]
    [InlineData("V1", "GET /v1/auth/session")]
    public async Task Verify_sends_one_cheap_request_and_shows_team_and_user_if_the_API_returns_them(string api, string line)
    {
        var paperspace = new SimulatedPaperspace(new SimulatorOptions { Machines = 3, ApiKeys = [Key], LogCapacity = 10 });
        await using var server = await SimulatorServer.StartAsync(paperspace, cancellationToken: TestContext.Current.CancellationToken);
        var outcome = _session.Run(
            $"Connect-PsAccount -ApiKey {Key} -BaseUri {(api == "V1" ? server.V1BaseUri : server.BaseUri)} -Verify -PassThru -Verbose");
        var account = outcome.Succeeded().Single<PaperspaceAccount>();
        var asked = Assert.Single(paperspace.Log);
        Assert.Equal(line, $"{asked.Method} {asked.Path}{(asked.Query.Length > 0 ? "?" + asked.Query : "")}");
        Assert.Equal(api == "V1", account.Team is not null && account.User is not null);
        Assert.Contains(outcome.Verbose, text => text.StartsWith(line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Connect-PsAccount {0} -BaseUri {1}")]
    [InlineData("Connect-PsAccount {0} -BaseUri {1} -Verify")]
    [InlineData("Connect-PsAccount -Name {0} -BaseUri {1} -Verify")]
    [InlineData("'{0}' | Connect-PsAccount -BaseUri {1} -Verify")]
    [InlineData("Get-PsAccount {0}")]
    [InlineData("Get-PsAccount {0} -Diagnostic")]
    [InlineData("Disconnect-PsAccount {0}")]
    public async Task A_positional_key_is_not_accepted(string command)
    {
        var paperspace = new SimulatedPaperspace(new SimulatorOptions { Machines = 3, ApiKeys = [Key], LogCapacity = 10 });
        await using var server = await SimulatorServer.StartAsync(paperspace, cancellationToken: TestContext.Current.CancellationToken);
        var outcome = _session.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, command, Key, server.BaseUri));
        Assert.NotEmpty(outcome.Errors);
        Assert.Empty(outcome.Output);
        Assert.Empty(paperspace.Log);
        Assert.StartsWith("ApiKeyMissing,", _session.Run("Get-PsMachine").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", PaperspaceApiVersion.V1)]
    [InlineData("-ApiVersion Core", PaperspaceApiVersion.Core)]
    [InlineData("-ApiVersion V1", PaperspaceApiVersion.V1)]
    public void A_simulated_account_uses_V1_by_default(string parameters, PaperspaceApiVersion expected)
    {
        var outcome = _session
            .Run($"Connect-PsAccount -Simulator -MachineCount 2 -Verify -PassThru {parameters}; Get-PsMachine")
            .Succeeded();
        Assert.Equal(expected, ((PaperspaceAccount)outcome.Output[0].BaseObject).ApiVersion);
        Assert.Equal(3, outcome.Output.Count);
    }

    private static bool IsSession(HttpRequestMessage request) => request.RequestUri!.AbsolutePath == "/v1/auth/session";

    private static Task<HttpResponseMessage> Respond(int status, string body) =>
        Task.FromResult(
            new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "text/html" : "application/json"),
            });

    private void Ask(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> respond)
    {
        var handler = new HookedHandler(new SimulatorHandler(_paperspace), (request, send, token) =>
        {
            _requests.Enqueue(request);
            return respond(request, send).WaitAsync(token);
        });
        var options = new PaperspaceClientOptions
        {
            ApiKey = Key,
            ApiVersion = PaperspaceApiVersion.V1,
            Handler = handler,
            MaximumRetryCount = 0,
        };
        var account = new PaperspaceAccount("asked", options.BaseUri, "test", new PaperspaceConnector(options));
        _accounts.Add(account);
        _session.Set("account", account);
    }
}

using Paperspace.Client;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>A command keeps the connection it began with until it ends.</summary>
[Collection(Surroundings.Name)]
public sealed class HeldConnectionTests : IAsyncLifetime
{
    private readonly Surroundings _surroundings = new();
    private readonly Session _session = new();
    private readonly SimulatedPaperspace _paperspace = new(new SimulatorOptions
    {
        LogCapacity = 1000,
        Seeds = [.. Enumerable.Range(0, 8).Select(i => new MachineSeed { Id = $"ps{i}", Name = $"m{i}" })],
    });

    private SimulatorServer? _server;

    private string Uri => _server!.BaseUri.ToString();

    public async ValueTask InitializeAsync() => _server = await SimulatorServer.StartAsync(_paperspace);

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        _surroundings.Dispose();
        await _server!.DisposeAsync();
    }

    [Theory]
    [InlineData("Core", "Disconnect-PsAccount")]
    [InlineData("Core", "Disconnect-PsAccount work")]
    [InlineData("Core", "Get-PsAccount | Disconnect-PsAccount")]
    [InlineData("Core", "Connect-PsAccount -Simulator -Name work")]
    [InlineData("V1", "Disconnect-PsAccount")]
    [InlineData("V1", "Connect-PsAccount -Simulator -Name work")]
    public void Disconnecting_or_replacing_the_account_downstream_lets_the_command_end(string api, string meanwhile)
    {
        _session
            .Run($"Connect-PsAccount -ApiKey first-key -Name work -BaseUri {(api == "V1" ? _server!.V1BaseUri : _server!.BaseUri)}")
            .Succeeded();
        var outcome = _session.Run(
            $$"""
            $done = $false
            'ps0', 'ps1', 'ps2', 'ps3', 'ps4', 'ps5', 'ps6', 'ps7' | Restart-PsMachine -ThrottleLimit 2 -PassThru | ForEach-Object {
                if (-not $done) { $done = $true; {{meanwhile}} }
                $_.Id
            }
            """).Succeeded();
        Assert.Equal(8, outcome.Output.Count);
        Assert.Equal(8, _paperspace.Log.Count(request => request.Path.EndsWith("/restart", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_account_that_is_disconnected_upstream_before_the_first_object_is_still_the_one_the_command_began_with()
    {
        _session.Run($"Connect-PsAccount -ApiKey first-key -Name work -BaseUri {Uri}").Succeeded();
        var outcome = _session
            .Run(
                "'ps0', 'ps1' | ForEach-Object { Get-PsAccount work -ErrorAction Ignore | Disconnect-PsAccount; $_ } | Stop-PsMachine "
                    + "-Account work -PassThru")
            .Succeeded();
        Assert.Equal(["ps0", "ps1"], outcome.All<Machine>().Select(machine => machine.Id).Order());
    }

    [Theory]
    [InlineData("http://localhost", 1)]
    [InlineData("http://localhost/v1", 1)]
    [InlineData("http://localhost/v1", 3)]
    public void A_list_and_a_wait_complete_after_the_account_was_disconnected(string address, int pagesInFlight)
    {
        var paperspace = new SimulatedPaperspace(new SimulatorOptions { Machines = 2500, LogCapacity = 100 });
        using var account = new PaperspaceAccount("many", new Uri(address), "test", new PaperspaceClient(new PaperspaceClientOptions
        {
            ApiKey = "key-of-many",
            BaseUri = new Uri(address),
            Handler = new SimulatorHandler(paperspace),
            PagesInFlight = pagesInFlight,
        }));
        _session.Set("account", account);
        Assert.Equal(
            [2500],
            _session
                .Run("@(Get-PsMachine -Account $account | ForEach-Object { Disconnect-PsAccount $account; $_ }).Count")
                .Succeeded()
                .All<int>());
    }

    [Fact]
    public void A_changed_key_variable_replaces_the_account_of_the_environment_for_the_next_command_only()
    {
        _surroundings.Set("PAPERSPACE_CONFIG_HOST", Uri);
        _surroundings.Set("PAPERSPACE_API_KEY", "before-key");
        _session.Run(
            """
            'ps0', 'ps1', 'ps2', 'ps3' | Restart-PsMachine -ThrottleLimit 1 -PassThru | ForEach-Object {
                $env:PAPERSPACE_API_KEY = 'after-key'
                Get-PsMachine -Limit 1
            }
            """).Succeeded();
        var actions = _paperspace.Log.Where(request => request.Method == "POST").ToArray();
        Assert.Equal(4, actions.Length);
        Assert.All(
            actions,
            request => Assert.Equal("before-key", request.Headers["X-Api-Key"]));
        Assert.Equal(4, _paperspace.Log.Count(request => request.Headers["X-Api-Key"] == "after-key"));
    }

    [Fact]
    public async Task A_command_of_one_runspace_ends_after_another_runspace_disconnected_the_account()
    {
        var gate = new Gate();
        using var account = new PaperspaceAccount(
            "shared",
            new Uri("http://localhost"),
            "test",
            new PaperspaceClient(
                new PaperspaceClientOptions
                {
                    ApiKey = "shared-key",
                    BaseUri = new Uri("http://localhost"),
                    Handler = new HookedHandler(
                        new SimulatorHandler(_paperspace),
                        async (request, send, token) =>
                        {
                            if (request.Method == HttpMethod.Post)
                                await gate.PassAsync(token);
                            return await send();
                        }),
                }));
        _session.Set("account", account);
        using var shell = _session.Start("'ps0', 'ps1', 'ps2', 'ps3' | Restart-PsMachine -Account $account -ThrottleLimit 2 -PassThru");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(2);
        using var other = new Session();
        other.Set("account", account);
        other.Run("Disconnect-PsAccount $account").Succeeded();
        gate.Open();
        var restarted = await Task.Factory.FromAsync(running, shell.EndInvoke);
        Assert.Equal(4, restarted.Count);
        Assert.Empty(shell.Streams.Error);
    }
}

using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>Where the key and the host come from, and how accounts are kept.</summary>
[Collection(Surroundings.Name)]
public sealed class AccountTests : IAsyncLifetime
{
    private readonly Surroundings _surroundings = new();
    private readonly Session _session = new();
    private readonly SimulatedPaperspace _paperspace = new(new SimulatorOptions { LogCapacity = 100, Machines = 1 });
    private SimulatorServer? _server;

    private string Uri => _server!.BaseUri.ToString();

    private string LastKey => _paperspace.Log[^1].Headers["X-Api-Key"];

    public async ValueTask InitializeAsync() => _server = await SimulatorServer.StartAsync(_paperspace);

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        _surroundings.Dispose();
        await _server!.DisposeAsync();
    }

    [Fact]
    public void Without_a_key_the_error_lists_the_sources_and_how_to_connect()
    {
        var error = _session.Run("Get-PsMachine").Error;
        Assert.Equal("ApiKeyMissing,Paperspace.PowerShell.GetPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        foreach (var said in new[] { "-ApiKey", "PAPERSPACE_API_KEY", "config.json", "Connect-PsAccount", "-Simulator" })
            Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_there_is_no_account_and_a_warning_says_how_to_connect()
    {
        var outcome = _session.Run("Get-PsAccount").Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Contains("Connect-PsAccount -ApiKey", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_never_fails()
    {
        var diagnostic = _session.Run("Get-PsAccount -Diagnostic").Succeeded().Single<AccountDiagnostic>();
        Assert.StartsWith("No API key was found.", diagnostic.AccountError, StringComparison.Ordinal);
        Assert.NotNull(diagnostic.ModuleVersion);
        Assert.Null(diagnostic.Account);

        _surroundings.Configure("""{ "apiKey": """);
        diagnostic = _session.Run("Get-PsAccount -Diagnostic").Succeeded().Single<AccountDiagnostic>();
        Assert.Contains("config.json", diagnostic.AccountError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-PsAccount")]
    [InlineData("'psaaa', 'psbbb' | Stop-PsMachine -WhatIf")]
    public void The_ways_to_connect_are_listed_once_one_per_line(string command)
    {
        var lines = Assert.Single(_session.Run(command).Errors).ToString().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Equal(
            [
                "  Connect-PsAccount -ApiKey (Read-Host 'API key' -AsSecureString)",
                "  $env:PAPERSPACE_API_KEY = 'the key'",
                "  Connect-PsAccount -Simulator    (needs no key)",
            ],
            lines[1..4]);
        _session.Run(lines[3].Split("    ")[0]).Succeeded();
    }

    [Fact]
    public void The_parameter_has_priority_over_the_connection_the_variable_and_the_file()
    {
        _surroundings.Set("PAPERSPACE_CONFIG_HOST", Uri);
        _surroundings.Configure("""{ "apiKey": "from-file" }""");
        _session.Run("Get-PsMachine").Succeeded();
        Assert.Equal("from-file", LastKey);

        _surroundings.Set("PAPERSPACE_API_KEY", "from-variable");
        _session.Run("Get-PsMachine").Succeeded();
        Assert.Equal("from-variable", LastKey);

        _session.Run("Connect-PsAccount -ApiKey from-connection; Get-PsMachine").Succeeded();
        Assert.Equal("from-connection", LastKey);

        _session.Run("Get-PsMachine -ApiKey from-parameter").Succeeded();
        Assert.Equal("from-parameter", LastKey);
    }

    [Fact]
    public void A_secure_string_is_a_key()
    {
        _session
            .Run(
                $"$key = [securestring]::new(); 'hidden'.ToCharArray() | ForEach-Object {{ $key.AppendChar($_) }}; Connect-PsAccount "
                    + $"-ApiKey $key -BaseUri {Uri}; Get-PsMachine")
            .Succeeded();
        Assert.Equal("hidden", LastKey);
    }

    [Fact]
    public void A_secret_of_SecretManagement_is_a_key()
    {
        var missing = _session.Run($"Connect-PsAccount -SecretName paperspace -BaseUri {Uri}").Error;
        Assert.Contains("Microsoft.PowerShell.SecretManagement", missing.ToString(), StringComparison.Ordinal);
        _session.Run(
            $$"""
            function Get-Secret([string] $Name, [string] $Vault) {
                $key = [securestring]::new(); "$Vault-$Name".ToCharArray() | ForEach-Object { $key.AppendChar($_) }; $key
            }
            Connect-PsAccount -SecretName paperspace -Vault store -BaseUri {{Uri}}; Get-PsMachine
            """).Succeeded();
        Assert.Equal("store-paperspace", LastKey);
    }

    [Fact]
    public void Several_accounts_have_names_and_one_is_the_default()
    {
        _session
            .Run(
                $"Connect-PsAccount -ApiKey first -Name home -BaseUri {Uri}; Connect-PsAccount -ApiKey second -Name work -BaseUri {Uri} "
                    + "-NotDefault")
            .Succeeded();
        Assert.Equal(["home", "work"], _session.Run("Get-PsAccount").All<PaperspaceAccount>().Select(account => account.Name));

        _session.Run("Get-PsMachine").Succeeded();
        Assert.Equal("first", LastKey);
        _session.Run("Get-PsMachine -Account work").Succeeded();
        Assert.Equal("second", LastKey);
        _session.Run("Get-PsMachine -Account (Get-PsAccount work)").Succeeded();
        Assert.Equal("second", LastKey);

        _session.Run("Disconnect-PsAccount home; Disconnect-PsAccount work").Succeeded();
        Assert.Equal("ApiKeyMissing,Paperspace.PowerShell.GetPsMachineCommand", _session.Run("Get-PsMachine").Error.FullyQualifiedErrorId);
    }

    [Fact]
    public void An_unknown_account_is_an_error_that_lists_the_accounts()
    {
        _session.Run($"Connect-PsAccount -ApiKey key -Name home -BaseUri {Uri}").Succeeded();
        var error = _session.Run("Get-PsMachine -Account hme").Error;
        Assert.Contains("'hme'", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("home", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_runspace_has_its_own_accounts()
    {
        using var other = new Session();
        _session.Run($"Connect-PsAccount -ApiKey key -BaseUri {Uri}").Succeeded();
        Assert.Equal("ApiKeyMissing,Paperspace.PowerShell.GetPsMachineCommand", other.Run("Get-PsMachine").Error.FullyQualifiedErrorId);
    }

    [Fact]
    public void The_simulator_needs_no_key_and_no_network()
    {
        var machines = _session.Run("Connect-PsAccount -Simulator -MachineCount 3; Get-PsMachine").Succeeded().All<Machine>();
        Assert.Equal(3, machines.Count);
        Assert.True(_session.Run("Get-PsAccount").Single<PaperspaceAccount>().IsSimulated);
    }

    [Theory]
    [InlineData("http://api.example.org", "InsecureBaseUri")]
    [InlineData("ftp://api.example.org", "InvalidRequest")]
    public void Plain_http_to_another_host_is_rejected(string uri, string id)
    {
        var error = _session.Run($"Connect-PsAccount -ApiKey key -BaseUri {uri}").Error;
        Assert.Equal($"{id},Paperspace.PowerShell.ConnectPsAccountCommand", error.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("'a b'")]
    [InlineData("\"a`nb\"")]
    [InlineData("'schlüssel'")]
    public void An_invalid_key_is_rejected_and_not_shown(string key)
    {
        var error = _session.Run($"Connect-PsAccount -ApiKey {key}").Error;
        Assert.Contains("ApiKey", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a b", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("schlüssel", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_file_that_is_not_JSON_is_an_error_that_names_the_file_but_not_its_content()
    {
        _surroundings.Configure("apiKey = s3cret");
        var error = _session.Run("Get-PsMachine").Error;
        Assert.Contains("config.json", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_names_versions_host_and_last_request_but_never_the_key()
    {
        _session.Run($"Connect-PsAccount -ApiKey s3cret -BaseUri {Uri}; Get-PsMachine").Succeeded();
        var diagnostic = _session.Run("Get-PsAccount -Diagnostic").Succeeded().Single<AccountDiagnostic>();
        Assert.Equal(Uri.TrimEnd('/'), diagnostic.ApiHost);
        Assert.Equal("GET /machines/getMachines?limit=1000", diagnostic.LastRequest);
        Assert.Equal("200", diagnostic.LastStatus);
        Assert.NotNull(diagnostic.ModuleVersion);
        Assert.NotNull(diagnostic.Engine);
        var values = typeof(AccountDiagnostic).GetProperties().Select(property => property.GetValue(diagnostic)?.ToString() ?? "");
        Assert.DoesNotContain(values, value => value.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_simulated_account_has_at_most_100000_machines() =>
        Assert.Contains(
            "100000",
            _session.Run("Connect-PsAccount -Simulator -MachineCount 100001").Error.ToString().Replace(",", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
}

using System.Management.Automation;
using System.Text;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>Requests go through the proxy that was named, and its password is shown nowhere.</summary>
[Collection(Surroundings.Name)]
public sealed class ProxyTests : IDisposable
{
    private const string Password = "pr0xy-passw0rd";

    private readonly Surroundings _surroundings = new();
    private readonly Session _session = new();

    public void Dispose()
    {
        _session.Dispose();
        _surroundings.Dispose();
    }

    [Fact]
    public async Task A_proxy_that_requires_a_password_is_a_separate_error_without_a_retry()
    {
        await using var proxy = ScriptedServer.Replying(Reply.Empty(407, "Proxy-Authenticate: Basic realm=\"office\""));
        _session.Run($"Connect-PsAccount -ApiKey key-of-mine -BaseUri https://api.example.invalid -Proxy {proxy.BaseUri}").Succeeded();
        var error = _session.Run("Get-PsMachine").Error;
        Assert.Equal("ProxyAuthenticationRequired,Paperspace.PowerShell.GetPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Contains("407", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-ProxyCredential", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("CONNECT", proxy.Request.Method);
        Assert.Equal("api.example.invalid:443", proxy.Request.Target);
        Assert.DoesNotContain("key-of-mine", string.Concat(proxy.Request.Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_the_proxy_rejected_was_not_processed()
    {
        await using var proxy = ScriptedServer.Replying(Reply.Empty(407, "Proxy-Authenticate: Basic realm=\"office\""));
        _session.Run($"Connect-PsAccount -ApiKey key-of-mine -BaseUri https://api.example.invalid -Proxy {proxy.BaseUri}").Succeeded();
        var error = _session.Run("Restart-PsMachine psaaa").Error;
        Assert.Equal("ProxyAuthenticationRequired,Paperspace.PowerShell.RestartPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Single(proxy.Requests);
    }

    [Theory]
    [InlineData("-Proxy http://office:pr0xy-passw0rd@{0}")]
    [InlineData("-Proxy http://{0} -ProxyCredential $credential")]
    public async Task A_proxy_receives_the_credentials_of_its_address_or_of_the_parameter(string parameters)
    {
        await using var proxy = ScriptedServer.Replying(Reply.Empty(407, "Proxy-Authenticate: Basic realm=\"office\""));
        Connect(parameters, proxy);
        var outcome = _session.Run("Get-PsMachine -Verbose -Debug");
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"office:{Password}"));
        Assert.Contains(proxy.Requests, request => request.Headers.TryGetValue("Proxy-Authorization", out var sent) && sent == expected);
        var shown = _session
            .Run("Get-PsAccount -Diagnostic; Get-PsAccount; $Error | ForEach-Object { \"$_\"; $_.Exception.ToString() }")
            .Succeeded()
            .Output.Select(item => PSSerializer.Serialize(item, 5))
            .Concat(outcome.Verbose)
            .Concat(outcome.Debug)
            .ToArray();
        Assert.NotEmpty(outcome.Verbose);
        Assert.All(shown, text => Assert.DoesNotContain(Password, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(shown, text => Assert.DoesNotContain(expected["Basic ".Length..], text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proxy_that_fails_in_another_way_does_not_show_its_password()
    {
        await using var proxy = ScriptedServer.Replying(Reply.Empty(502));
        Connect("-Proxy http://office:pr0xy-passw0rd@{0} -MaximumRetryCount 0", proxy);
        var error = _session.Run("Get-PsMachine").Error;
        Assert.StartsWith("HostUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, error + error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_http_address_uses_the_proxy_only_if_both_are_local()
    {
        await using var proxy = ScriptedServer.Replying(Reply.Json("[]"));
        _session
            .Run($"Connect-PsAccount -ApiKey key-of-mine -BaseUri http://localhost:9 -Proxy {proxy.BaseUri}; Get-PsMachine")
            .Succeeded();
        Assert.Equal("http://localhost:9/machines/getMachines", proxy.Request.Path);
        var error = _session
            .Run("Connect-PsAccount -ApiKey key-of-mine -BaseUri http://localhost:9 -Proxy http://proxy.example.org:3128")
            .Error;
        Assert.StartsWith("InsecureBaseUri,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Proxy http://127.0.0.1:9 -ProxyCredential $credential -ProxyUseDefaultCredentials", "ProxyCredential")]
    [InlineData("-Proxy ftp://office:pr0xy-passw0rd@127.0.0.1:9", "Proxy")]
    [InlineData("-Proxy office:pr0xy-passw0rd@127.0.0.1:9", "Proxy")]
    public void An_invalid_proxy_is_rejected_without_showing_its_password(string parameters, string named)
    {
        var error = ConnectOnly(parameters).Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, error.ToString(), StringComparison.Ordinal);
    }

    private void Connect(string parameters, ScriptedServer proxy) =>
        ConnectOnly(string.Format(System.Globalization.CultureInfo.InvariantCulture, parameters, proxy.BaseUri.Authority)).Succeeded();

    private Outcome ConnectOnly(string parameters) => _session.Run(
        $$"""
        $password = [securestring]::new(); '{{Password}}'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
        $credential = [pscredential]::new('office', $password)
        Connect-PsAccount -ApiKey key-of-mine -BaseUri https://api.example.invalid {{parameters}}
        """);
}

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>The key leaves this machine only encrypted, and only for the address that was given.</summary>
public sealed class BaseUriTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("http://[::127.0.0.1]:8099")]
    [InlineData("http://[::ffff:10.0.0.1]:8099")]
    [InlineData("http://localhost.example.org")]
    [InlineData("http://localhost.:8099")]
    [InlineData("http://0.0.0.0:8099")]
    [InlineData("http://[::]:8099")]
    public void A_host_that_only_looks_local_is_rejected(string uri) =>
        Assert.Equal("InsecureBaseUri,Paperspace.PowerShell.ConnectPsAccountCommand", Connect(uri).Error.FullyQualifiedErrorId);

    [Theory]
    [InlineData("http://localhost:8099")]
    [InlineData("http://LOCALHOST:8099")]
    [InlineData("http://127.0.0.1:8099")]
    [InlineData("http://127.1.2.3:8099")]
    [InlineData("http://[::1]:8099")]
    [InlineData("http://[::ffff:127.0.0.1]:8099")]
    public void Plain_http_to_the_local_computer_is_allowed(string uri) => Connect(uri).Succeeded();

    [Theory]
    [InlineData("https://someone:s3cret-word@api.example.org")]
    [InlineData("http://someone:s3cret-word@localhost")]
    [InlineData("ftp://someone:s3cret-word@api.example.org")]
    [InlineData("someone:s3cret-word@api.example.org")]
    [InlineData("https://api.example.org/v1?apiKey=s3cret-word")]
    [InlineData("https://api.example.org/v1#s3cret-word")]
    public void An_address_with_a_user_a_query_or_a_fragment_is_rejected_and_not_shown(string uri)
    {
        var error = Connect(uri).Error;
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.ConnectPsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Contains("BaseUri", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-word", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proxy/paperspace", "/proxy/paperspace/machines/getMachines")]
    [InlineData("/proxy/paperspace/", "/proxy/paperspace/machines/getMachines")]
    [InlineData("/some/v1", "/some/v1/machines")]
    [InlineData("/some/V1/", "/some/V1/machines")]
    public async Task An_address_with_a_path_keeps_its_last_segment(string path, string expected)
    {
        await using var server = ScriptedServer.Replying(request =>
            Reply.Json(
                request.Path.EndsWith("/machines", StringComparison.Ordinal) ? """{"hasMore":false,"items":[],"nextPage":null}""" : "[]"));
        Connect(server.BaseUri + path.TrimStart('/')).Succeeded();
        _session.Run("Get-PsMachine").Succeeded();
        Assert.Equal(expected, server.Requests[0].Path);
        var diagnostic = _session.Run("Get-PsAccount -Diagnostic").Single<AccountDiagnostic>();
        Assert.StartsWith($"GET {expected}", diagnostic.LastRequest, StringComparison.Ordinal);
        Assert.EndsWith(path.TrimEnd('/'), diagnostic.ApiHost, StringComparison.Ordinal);
    }

    private Outcome Connect(string uri) => _session.Run($"Connect-PsAccount -ApiKey key-of-mine -BaseUri '{uri}'");
}

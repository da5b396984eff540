using System.Net;
using System.Net.Sockets;
using System.Text;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>What a process takes from its environment: the home folder and the proxy.</summary>
public class AccountEnvironmentTests
{
    private const string Password = "pr0xy-passw0rd";

    private const string Refusal =
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"office\"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [InlineData(".")]
    [InlineData("relative")]
    [InlineData("/dev/null/home")]
    public async Task Without_a_home_folder_no_file_of_the_current_folder_is_read(string home)
    {
        if (OperatingSystem.IsWindows()) return;
        using var checkout = new TemporaryFolder();
        foreach (var folder in new[] { ".paperspace", "relative/.paperspace" })
        {
            Directory.CreateDirectory(checkout.In(folder));
            await File.WriteAllTextAsync(
                Path.Combine(checkout.In(folder), "config.json"),
                """{ "apiKey": "planted-key" }""",
                TestContext.Current.CancellationToken);
        }

        var lines = await Engine.RunAsync(
            """
            Import-Module $env:PaperspaceModule
            [Environment]::CurrentDirectory = $env:Checkout
            [Environment]::SetEnvironmentVariable('HOME', $env:NoHome)
            try { Connect-PsAccount -PassThru | ForEach-Object KeySource } catch { $_.FullyQualifiedErrorId; "$_" }
            """,
            ("Checkout", checkout.Path),
            ("NoHome", home));
        Assert.Equal("ApiKeyMissing,Paperspace.PowerShell.ConnectPsAccountCommand", lines[0]);
        Assert.Contains("no home folder", string.Concat(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://office:pr0xy-passw0rd@{0}")]
    [InlineData("http://office:pr0xy%2Dpassw0rd@{0}/")]
    public async Task The_password_of_an_environment_proxy_is_never_shown_and_its_refusal_is_not_retried(string address)
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var heads = new List<string>();
        var serving = ServeAsync(proxy, heads, closing.Token);
        var lines = await Engine.RunAsync(
            """
            Import-Module $env:PaperspaceModule
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-PsAccount -ApiKey key-of-mine -BaseUri https://api.example.invalid
            & { try { Get-PsMachine } catch { $_.FullyQualifiedErrorId; "$_"; $_.Exception.ToString() } } *>&1 | Out-String -Width 500
            Get-PsAccount -Diagnostic | Format-List * | Out-String -Width 500
            Get-PsAccount | Format-List * | Out-String -Width 500
            """,
            ("HTTPS_PROXY", string.Format(System.Globalization.CultureInfo.InvariantCulture, address, proxy.LocalEndpoint)));
        await closing.CancelAsync();
        await serving;
        var shown = string.Join('\n', lines);
        Assert.Contains("ProxyAuthenticationRequired,Paperspace.PowerShell.GetPsMachineCommand", shown, StringComparison.Ordinal);
        foreach (var form in new[] { Password, "pr0xy%2Dpassw0rd", Convert.ToBase64String(Encoding.UTF8.GetBytes($"office:{Password}")) })
            Assert.DoesNotContain(form, shown, StringComparison.OrdinalIgnoreCase);
        // Once without the password, once with it.
        Assert.InRange(heads.Count, 1, 2);
        Assert.All(heads, head => Assert.StartsWith("CONNECT api.example.invalid:443 ", head, StringComparison.Ordinal));
    }

    private static async Task ServeAsync(TcpListener proxy, List<string> heads, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var client = await proxy.AcceptTcpClientAsync(cancellationToken);
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                var head = await reader.ReadLineAsync(cancellationToken);
                if (head is null) continue;
                heads.Add(head);
                while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 })
                {
                }

                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Refusal), cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client left, or the test is over.
            }
        }
    }
}

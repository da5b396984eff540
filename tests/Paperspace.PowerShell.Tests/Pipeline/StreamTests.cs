using System.Text.RegularExpressions;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>What -Verbose and -Debug show.</summary>
public abstract class StreamTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed One = new() { Id = "psaaa", Name = "one" };

    [Fact]
    public async Task Verbose_shows_a_line_for_each_request()
    {
        await using var host = await SimulatedHost.StartAsync(api, One);
        var lines = host.Run("Get-PsMachine -MachineId psaaa -Verbose").Succeeded().Verbose;
        Assert.NotEmpty(lines);
        Assert.Equal(host.Lines().Order(), lines.Select(line => Regex.Match(line, @"^(GET /\S+) 200 \d+ ms$").Groups[1].Value).Order());
        Assert.Empty(host.Run("Get-PsMachine -MachineId psaaa").Succeeded().Verbose);
    }

    [Fact]
    public void Verbose_shows_each_retry()
    {
        using var host = new FastHost(api, One);
        host.Paperspace.Inject(new SimulatedFault { Status = 503, Times = 2 });
        var lines = host.Run("Get-PsMachine -Verbose").Succeeded().Verbose;
        Assert.Equal(5, lines.Count);
        Assert.Equal(2, lines.Count(line => line.Contains("will be tried again in", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Debug_shows_headers_and_bodies_with_the_key_masked()
    {
        await using var host = await SimulatedHost.StartAsync(api, One);
        var texts = host.Run("New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Debug")
            .Succeeded()
            .Debug;
        var text = Assert.Single(texts);
        Assert.Contains(api == PaperspaceApiVersion.Core ? "X-Api-Key: ***" : "Authorization: ***", text, StringComparison.Ordinal);
        Assert.Contains("\"templateId\":\"tkni3aa4\"", text, StringComparison.Ordinal);
        Assert.Contains("Status 200", text, StringComparison.Ordinal);
        Assert.Contains("provisioning", text, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedHost.Key, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_commands_in_one_pipeline_show_each_request_once()
    {
        using var host = new FastHost(
            api,
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(i => new MachineSeed
                    {
                        Id = $"ps{i:000}",
                        Name = $"m{i}",
                        State = "off",
                    }),
            ]);
        var lines = host.Run("$VerbosePreference = 'Continue'; Get-PsMachine | Start-PsMachine").Succeeded().Verbose;
        var changes = lines.Where(IsRequest).Where(MachineRequests.IsChange).ToArray();
        Assert.Equal(40, changes.Length);
        Assert.Equal(40, changes.Select(line => line.Split(' ')[1]).Distinct().Count());
        Assert.Equal(host.Paperspace.Log.Count, lines.Count(IsRequest));
    }

    [Fact]
    public async Task Two_runspaces_with_one_account_show_their_own_requests_only()
    {
        using var host = new FastHost(
            api,
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(i => new MachineSeed
                    {
                        Id = $"ps{i:000}",
                        Name = $"m{i}",
                        State = "off",
                    }),
            ]);
        using var other = new Session();
        other.Set("account", host.Session.Run("$account").Output[0].BaseObject);
        var token = TestContext.Current.CancellationToken;
        var first = Task.Run(() => host.Run("0..39 | % { \"ps$($_.ToString('000'))\" } | Start-PsMachine -Verbose"), token);
        var second = Task.Run(
            () => other.Run("0..39 | % { \"ps$($_.ToString('000'))\" } | Get-PsMachine -Account $account -Verbose"),
            token);
        var lines = await Eventually.EndsAsync(Task.WhenAll(first, second));
        var starts = lines[0].Succeeded().Verbose.Where(IsRequest).ToArray();
        Assert.Equal(40, starts.Length);
        Assert.All(starts, line => Assert.True(MachineRequests.IsChange(line), line));
        var reads = lines[1].Succeeded().Verbose.Where(IsRequest).ToArray();
        // V1 tells a machine and its events apart.
        Assert.Equal(api == PaperspaceApiVersion.Core ? 40 : 80, reads.Length);
        Assert.DoesNotContain(reads, MachineRequests.IsChange);
    }

    [Fact]
    public void Debug_alone_does_not_prompt_for_a_message()
    {
        var screen = new RecordingHost();
        using var host = new FastHost(api, screen, null, One);
        host.Run("Start-PsMachine psaaa -Timeout 5 -PassThru -Debug").Succeeded().Single<Machine>();
        Assert.Empty(screen.Questions);
        Assert.Contains("WARNING: -Timeout limits", screen.Text, StringComparison.Ordinal);
    }

    /// <summary>Returns whether a line is of a request, and not of the question whether to do something.</summary>
    private static bool IsRequest(string line) => Regex.IsMatch(line, "^[A-Z]+ /");
}

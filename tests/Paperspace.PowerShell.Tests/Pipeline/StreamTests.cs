using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>What -Verbose and -Debug show.</summary>
public sealed class StreamTests
{
    private static readonly MachineSeed One = new() { Id = "psaaa", Name = "one" };

    [Fact]
    public async Task Verbose_shows_a_line_for_each_request()
    {
        await using var host = await SimulatedHost.StartAsync(One);
        var line = Assert.Single(host.Run("Get-PsMachine -MachineId psaaa -Verbose").Succeeded().Verbose);
        Assert.Matches(@"^GET /machines/getMachinePublic\?machineId=psaaa 200 \d+ ms$", line);
        Assert.Empty(host.Run("Get-PsMachine -MachineId psaaa").Succeeded().Verbose);
    }

    [Fact]
    public void Verbose_shows_each_retry()
    {
        using var host = new FastHost(One);
        host.Paperspace.Inject(new SimulatedFault { Status = 503, Times = 2 });
        var lines = host.Run("Get-PsMachine -Verbose").Succeeded().Verbose;
        Assert.Equal(5, lines.Count);
        Assert.Equal(2, lines.Count(line => line.Contains("will be tried again in", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Debug_shows_headers_and_bodies_with_key_and_password_masked()
    {
        await using var host = await SimulatedHost.StartAsync(One);
        var texts = host.Run(
            """
            $DebugPreference = 'Continue'
            $password = [securestring]::new(); 'p4ssw0rd'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
            New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Email a@b.c -Password $password -FirstName A -LastName B
            """).Succeeded().Debug;
        var text = Assert.Single(texts);
        Assert.Contains("X-Api-Key: ***", text, StringComparison.Ordinal);
        Assert.Contains("\"password\":\"***\"", text, StringComparison.Ordinal);
        Assert.Contains("Status 200", text, StringComparison.Ordinal);
        Assert.Contains("provisioning", text, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ssw0rd", text, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedHost.Key, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_commands_in_one_pipeline_show_each_request_once()
    {
        using var host = new FastHost([.. Enumerable.Range(0, 40).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i}", State = "off" })]);
        var lines = host.Run("$VerbosePreference = 'Continue'; Get-PsMachine | Start-PsMachine").Succeeded().Verbose;
        Assert.Equal(40, lines.Count(line => line.StartsWith("POST ", StringComparison.Ordinal)));
        Assert.Equal(40, lines.Where(line => line.StartsWith("POST ", StringComparison.Ordinal)).Distinct().Select(line => line.Split(' ')[1]).Distinct().Count());
    }

    [Fact]
    public async Task Two_runspaces_with_one_account_show_their_own_requests_only()
    {
        using var host = new FastHost([.. Enumerable.Range(0, 40).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i}", State = "off" })]);
        using var other = new Session();
        other.Set("account", host.Session.Run("$account").Output[0].BaseObject);
        var token = TestContext.Current.CancellationToken;
        var first = Task.Run(() => host.Run("0..39 | % { \"ps$($_.ToString('000'))\" } | Start-PsMachine -Verbose"), token);
        var second = Task.Run(() => other.Run("0..39 | % { \"ps$($_.ToString('000'))\" } | Get-PsMachine -Account $account -Verbose"), token);
        var lines = await Eventually.EndsAsync(Task.WhenAll(first, second));
        Assert.Equal(40, lines[0].Succeeded().Verbose.Count(line => line.StartsWith("POST ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines[0].Verbose, line => line.StartsWith("GET ", StringComparison.Ordinal));
        Assert.Equal(40, lines[1].Succeeded().Verbose.Count(line => line.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines[1].Verbose, line => line.StartsWith("POST ", StringComparison.Ordinal));
    }

    [Fact]
    public void Debug_alone_asks_no_question_for_a_debug_text_or_a_warning()
    {
        var screen = new RecordingHost();
        using var host = new FastHost(screen, One);
        host.Run("Start-PsMachine psaaa -Timeout 5 -PassThru -Debug").Succeeded().Single<Machine>();
        Assert.Empty(screen.Questions);
        Assert.Contains("WARNING: -Timeout limits", screen.Text, StringComparison.Ordinal);
    }
}

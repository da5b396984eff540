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
}

using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Settings from rows of a table, and from script blocks, through the Core API.</summary>
public sealed class CoreMachineRowTests() : MachineRowTests(PaperspaceApiVersion.Core)
{
    [Fact]
    public async Task Sixteen_concurrent_creates_read_the_templates_once()
    {
        await using var host = await SimulatedHost.StartAsync();
        host.Run(
                "1..16 | % { \"c$_\" } | New-PsMachine -Region NY2 -MachineType C5 -Size 50 -BillingType hourly -TemplateId tkni3aa4 "
                    + "-ThrottleLimit 16")
            .Succeeded();
        Assert.Equal(16, host.Log.Count(request => request.Method == "POST"));
        Assert.Single(host.Lines(), line => line.Contains("getTemplates", StringComparison.Ordinal));
    }
}

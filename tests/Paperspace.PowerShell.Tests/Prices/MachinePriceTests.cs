using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Prices;

/// <summary>What is said of a machine's price before it is created or started.</summary>
public abstract class MachinePriceTests(PaperspaceApiVersion api)
{
    private const string Create = "New-PsMachine gpu -Region NY2 -TemplateId tkni3aa4";
    private const string Many = "New-PsMachine -Region NY2 -TemplateId tkni3aa4 -Size 50";

    [Theory]
    // The list price of the type, and of the next disk size.
    [InlineData("-MachineType P4000 -Size 50", "about $0.51 an hour and $5 a month")]
    [InlineData("-MachineType P4000 -Size 51", "about $0.51 an hour and $7 a month")]
    [InlineData("-MachineType C1 -Size 2048", "about $0.0045 an hour and $120 a month")]
    [InlineData("-MachineType C1 -Size 2049", "about $0.0045 an hour and a disk of unknown price")]
    // A static address: 5 + 3.
    [InlineData("-MachineType P4000 -Size 50 -AssignPublicIp", "about $0.51 an hour and $8 a month")]
    [InlineData("-MachineType V100, P4000 -Size 50", "about $0.51 to $2.30 an hour and $5 a month")]
    [InlineData("-MachineType P4000, B200 -Size 50", "the price of B200 is unknown")]
    public async Task WhatIf_shows_the_price(string options, string price)
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, api);
        host.Run($"{Create} {options} -WhatIf").Succeeded();
        Assert.Contains(price, screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_prompt_shows_the_price()
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, api);
        host.Run($"{Create} -MachineType P4000 -Size 50 -Confirm").Succeeded();
        Assert.Contains("about $0.51 an hour and $5 a month", Assert.Single(screen.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_more_expensive_type_is_rejected_before_anything_is_sent()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var error = host.Run($"'a', 'b' | {Many} -MachineType V100 -MaxHourlyPrice 1").Error;
        Assert.StartsWith("PriceLimitExceeded,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Over -MaxHourlyPrice $1: V100 ($2.30 an hour). No machine was created.", error.ToString());
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task A_type_with_an_unknown_price_is_rejected()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var error = host.Run($"{Create} -Size 50 -MachineType B200 -MaxHourlyPrice 100").Error;
        Assert.Contains("B200 (price unknown)", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task More_expensive_alternatives_are_omitted_with_one_warning()
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, api);
        var outcome = host.Run($"'a', 'b' | {Many} -MachineType V100, P4000 -MaxHourlyPrice 0.51 -WhatIf").Succeeded();
        Assert.Equal(["Over -MaxHourlyPrice $0.51: V100 ($2.30 an hour)."], outcome.Warnings);
        Assert.DoesNotContain("V100 in", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_of_a_start_shows_the_price()
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, api, new MachineSeed { Id = "psaaa", Name = "gpu", State = "off" });
        host.Run("Start-PsMachine psaaa -WhatIf; Get-PsMachine -MachineId psaaa | Start-PsMachine -WhatIf").Succeeded();
        Assert.Equal(2, screen.Text.Split("P4000, 50 GB, about $0.51 an hour").Length - 1);
        Assert.DoesNotContain(host.Lines(), line => line.Contains("start", StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>What is said of a machine's price on the Core API.</summary>
public sealed class CoreMachinePriceTests() : MachinePriceTests(PaperspaceApiVersion.Core)
{
    [Fact]
    public async Task Monthly_billing_is_one_amount_a_month()
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, PaperspaceApiVersion.Core);
        host.Run("New-PsMachine gpu -Region NY2 -TemplateId tkni3aa4 -MachineType P4000 -Size 50 -BillingType monthly -WhatIf").Succeeded();
        // 298 and 5.
        Assert.Contains("about $303 a month)", screen.Text, StringComparison.Ordinal);
    }
}

/// <summary>What is said of a machine's price on the V1 API.</summary>
public sealed class V1MachinePriceTests() : MachinePriceTests(PaperspaceApiVersion.V1);

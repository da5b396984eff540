using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Get-PsMachineDesktop tells how desktops are reached, and keeps their passwords.</summary>
public sealed class MachineDesktopTests
{
    [Fact]
    public async Task Each_desktop_is_returned_and_machines_without_one_are_listed_once()
    {
        await using var host = await StartAsync();
        var outcome = host.Run("Get-PsMachine | Get-PsMachineDesktop").Succeeded();
        Assert.Equal(
            [("pslinux", "VNC", 5900), ("pswindows", "RDP", 3389)],
            outcome.All<MachineDesktop>().Select(desktop => (desktop.MachineId, desktop.Protocol, desktop.Port ?? 0)).Order());
        Assert.Equal("No desktop (SSH only): psheadless (headless).", Assert.Single(outcome.Warnings));
    }

    [Fact]
    public async Task A_password_is_a_credential_and_is_never_shown_or_written()
    {
        var screen = new RecordingHost();
        await using var host = await StartAsync(screen);
        var credential = host.Run(
                "$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; (Get-PsMachineDesktop pslinux).Credential")
            .Single<PSCredential>();
        Assert.Equal("paperspace", credential.UserName);
        var password = credential.GetNetworkCredential().Password;
        Assert.True(password.Length > 5);
        var outcome = host.Run(
            """
            Get-PsMachineDesktop pslinux | ForEach-Object { $_.PSObject.Properties | ForEach-Object { "$($_.Value)" }; [Management.Automation.PSSerializer]::Serialize($_, 5); "$_" }
            """).Succeeded();
        string[] shown = [screen.Text, .. outcome.Verbose, .. outcome.Debug, .. outcome.Output.Select(text => text.ToString())];
        Assert.Contains(shown, text => text.Contains("***", StringComparison.Ordinal));
        Assert.Contains("VNC 10.", outcome.Output[^1].ToString(), StringComparison.Ordinal);
        var hexadecimal = Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes(password));
        Assert.All(shown, text => Assert.DoesNotContain(password, text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain(hexadecimal, text, StringComparison.OrdinalIgnoreCase));
        Assert.True(host.Run("$null -eq (Get-PsMachineDesktop pswindows).Credential").Succeeded().Single<bool>());
    }

    [Fact]
    public async Task A_missing_machine_is_an_error_and_the_others_are_processed()
    {
        await using var host = await StartAsync();
        var outcome = host.Run("'psnone', 'pslinux', '' | Get-PsMachineDesktop");
        Assert.Equal("pslinux", outcome.Single<MachineDesktop>().MachineId);
        Assert.Equal(
            ["InvalidRequest", "MachineNotFound"],
            outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_Core_API_does_not_support_it_which_is_reported_once()
    {
        await using var host = await SimulatedHost.StartAsync(
            new MachineSeed { Id = "psaaa", Name = "one" },
            new MachineSeed { Id = "psbbb", Name = "two" });
        var outcome = host.Run("'psaaa', 'psbbb' | Get-PsMachineDesktop");
        Assert.StartsWith("NotSupported,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(host.Lines());
    }

    private static Task<SimulatedHost> StartAsync(RecordingHost? screen = null) => SimulatedHost.StartV1Async(
        screen,
        new MachineSeed { Id = "pslinux", Name = "linux", TemplateId = "t17d1a6i" },
        new MachineSeed { Id = "pswindows", Name = "windows", TemplateId = "ta1b3le7" },
        new MachineSeed { Id = "psheadless", Name = "headless" });
}

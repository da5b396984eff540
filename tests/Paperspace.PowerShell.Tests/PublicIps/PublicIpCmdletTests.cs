using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.PublicIps;

/// <summary>The cmdlets for public addresses.</summary>
public sealed class PublicIpCmdletTests
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    [Fact]
    public async Task An_address_is_claimed_assigned_unassigned_and_released()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var claimed = host.Run("New-PsPublicIp ny2").Succeeded().Single<PublicIp>();
        Assert.Equal(("NY2", null), (claimed.Region, claimed.AssignedMachineId));

        var assigned = host.Run($"Set-PsPublicIp {claimed.Ip} psaaa -PassThru").Succeeded();
        Assert.Equal((claimed.Ip, "psaaa"), (assigned.Single<PublicIp>().Ip, assigned.Single<PublicIp>().AssignedMachineId));
        Assert.Empty(assigned.Warnings);
        Assert.Equal(claimed.Ip, host.Run("Get-PsMachine -MachineId psaaa").Succeeded().Single<Machine>().PublicIpAddress);

        var taken = host.Run("Get-PsPublicIp | Set-PsPublicIp -Machine $null -PassThru").Succeeded();
        Assert.Null(taken.Single<PublicIp>().AssignedMachineId);
        Assert.Contains("is billed until", Assert.Single(taken.Warnings), StringComparison.Ordinal);
        Assert.Contains(host.Log, request => request.Body == """{"machineId":null}""");

        Assert.Equal(claimed.Ip, host.Run($"Remove-PsPublicIp {claimed.Ip} -PassThru -Confirm:$false").Succeeded().Single<PublicIp>().Ip);
        Assert.Empty(host.Run("Get-PsPublicIp").Succeeded().Output);
    }

    [Fact]
    public async Task Unused_addresses_are_listed_and_released_in_one_pipeline()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run(
                "'NY2', 'NY2', 'CA1' | New-PsPublicIp | Out-Null; (Get-PsPublicIp -Region NY2)[0] | Set-PsPublicIp -Machine "
                    + "(Get-PsMachine one)")
            .Succeeded();
        var idle = host.Run("Get-PsPublicIp | Where-Object { -not $_.AssignedMachineId }").Succeeded().All<PublicIp>();
        Assert.Equal(2, idle.Count);
        host.Run("Get-PsPublicIp | Where-Object { -not $_.AssignedMachineId } | Remove-PsPublicIp -Confirm:$false").Succeeded();
        Assert.Equal("psaaa", host.Run("Get-PsPublicIp").Succeeded().Single<PublicIp>().AssignedMachineId);
    }

    [Fact]
    public async Task Addresses_regions_wildcards_and_machines_select()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var all = host.Run("'NY2', 'CA1' | New-PsPublicIp").Succeeded().All<PublicIp>();
        var ny = all.Single(publicIp => publicIp.Region == "NY2").Ip;
        host.Run($"Set-PsPublicIp {ny} psbbb").Succeeded();
        Assert.Equal(2, host.Run("Get-PsPublicIp 198.*").Succeeded().Output.Count);
        Assert.Empty(host.Run("Get-PsPublicIp 203.*").Succeeded().Output);
        foreach (
            var line in new[]
            {
                $"Get-PsPublicIp {ny}",
                "Get-PsPublicIp -Region ny2",
                "Get-PsPublicIp -Machine psbbb",
                "Get-PsMachine two | Get-PsPublicIp",
                "Get-PsMachine | Get-PsPublicIp",
                "'psbbb', 'psaaa' | Get-PsPublicIp",
                "[pscustomobject] @{ MachineId = 'psbbb' } | Get-PsPublicIp",
                "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsMachine two))) "
                    + "| Get-PsPublicIp",
            })
            Assert.Equal(ny, host.Run(line).Succeeded().Single<PublicIp>().Ip);
        var lists = host.Log.Count(request => request.Path.EndsWith("/public-ips", StringComparison.Ordinal) && request.Method == "GET");
        Assert.Empty(host.Run("Get-PsMachine one | Get-PsPublicIp").Succeeded().Output);
        Assert.Equal(
            lists + 1,
            host.Log.Count(request => request.Path.EndsWith("/public-ips", StringComparison.Ordinal) && request.Method == "GET"));
    }

    [Fact]
    public async Task Objects_rows_and_strings_select_an_address()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var ip = host.Run("New-PsPublicIp NY2").Succeeded().Single<PublicIp>().Ip;
        foreach (var given in new[]
        {
            $"'{ip}'", $"[pscustomobject] @{{ Ip = '{ip}' }}", $"@{{ Ip = '{ip}' }}", "Get-PsPublicIp",
            "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsPublicIp)))",
        })
            Assert.Equal(ip, host.Run($"{given} | Set-PsPublicIp -Machine psaaa -PassThru").Succeeded().Single<PublicIp>().Ip);
        var taken = Assert.Single(host.Run($"[pscustomobject] @{{ Ip = '{ip}'; MachineId = 'psbbb' }} | Set-PsPublicIp").Errors);
        Assert.Contains("assigned to another machine", taken.Exception.Message, StringComparison.Ordinal);
        host.Run($"Set-PsPublicIp {ip} $null; [pscustomobject] @{{ Ip = '{ip}'; MachineId = 'psbbb' }} | Set-PsPublicIp").Succeeded();
        Assert.Equal("psbbb", host.Run("Get-PsPublicIp").Single<PublicIp>().AssignedMachineId);
    }

    [Theory]
    [InlineData(
        "Set-PsPublicIp 198.18.0.1 $null -WhatIf",
        "Remove the public IP from its machine; it is billed until it is released",
        "198.18.0.1 (psaaa)")]
    [InlineData("Set-PsPublicIp 198.18.0.1 psbbb -WhatIf", "Assign the public IP to machine psbbb", "198.18.0.1 (psaaa)")]
    [InlineData("Remove-PsPublicIp 198.18.0.1 -WhatIf", "Release public IP (the account cannot get the same address again)", "198.18.0.1 (psaaa)")]
    [InlineData("New-PsPublicIp ny2 -WhatIf", "Claim public IP, which costs until it is released", "East Coast (NY2)")]
    public async Task WhatIf_says_what_happens_to_which_machine(string command, string action, string target)
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartV1Async(screen, Two);
        host.Run("New-PsPublicIp NY2 | Set-PsPublicIp -Machine psaaa").Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        host.Run(command).Succeeded();
        Assert.Contains($"\"{action}\" on target \"{target}\"", screen.Text, StringComparison.Ordinal);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Theory]
    [InlineData("Get-PsPublicIp $null")]
    [InlineData("Get-PsPublicIp ''")]
    [InlineData("Get-PsPublicIp -Region $null")]
    [InlineData("Get-PsPublicIp -Machine $null")]
    [InlineData("Get-PsPublicIp -Machine @()")]
    [InlineData("New-PsPublicIp $null")]
    [InlineData("New-PsPublicIp ''")]
    [InlineData("Set-PsPublicIp $null psaaa")]
    [InlineData("Set-PsPublicIp @() psaaa")]
    [InlineData("Set-PsPublicIp 198.18.0.1 ''")]
    [InlineData("Set-PsPublicIp 198.18.0.1 @()")]
    [InlineData("Set-PsPublicIp 198.18.0.1 psaaa, psbbb")]
    [InlineData("[pscustomobject] @{ Ip = '198.18.0.1'; MachineId = '' } | Set-PsPublicIp")]
    [InlineData("[pscustomobject] @{ Ip = '198.18.0.1'; MachineId = $null } | Set-PsPublicIp")]
    [InlineData("Get-PsPublicIp | Set-PsPublicIp -Machine { $_.Nothing }")]
    [InlineData("Remove-PsPublicIp $null -Confirm:$false")]
    [InlineData("$null | Remove-PsPublicIp -Confirm:$false")]
    public async Task An_empty_value_selects_nothing_and_is_reported(string command)
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("New-PsPublicIp NY2 | Set-PsPublicIp -Machine psaaa").Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        var outcome = host.Run(command);
        Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null, "It was taken without a word.");
        Assert.Empty(outcome.Output);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Fact]
    public async Task A_machine_is_not_accepted_as_an_address()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("New-PsPublicIp NY2 | Set-PsPublicIp -Machine psaaa").Succeeded();
        var error = Assert.Single(host.Run("Get-PsMachine one | Remove-PsPublicIp -Confirm:$false").Errors);
        Assert.Contains("A Machine was given where a public IP was expected", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task An_unknown_address_is_an_error_that_lists_the_addresses()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var ip = host.Run("New-PsPublicIp NY2").Succeeded().Single<PublicIp>().Ip;
        var unknown = Assert.Single(host.Run("Remove-PsPublicIp 203.0.113.9 -Confirm:$false").Errors);
        Assert.StartsWith("ResourceNotFound,", unknown.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(ip, unknown.Exception.Message, StringComparison.Ordinal);
        foreach (var machine in new[] { "tow", "psnosuch" })
        {
            var name = Assert.Single(host.Run($"Set-PsPublicIp {ip} {machine}").Errors);
            Assert.StartsWith("MachineNotFound,", name.FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        host.Run($"Set-PsPublicIp {ip} two").Succeeded();
        Assert.Equal("psbbb", host.Run("Get-PsPublicIp -Machine two").Succeeded().Single<PublicIp>().AssignedMachineId);
    }

    [Fact]
    public async Task Addresses_are_completed_with_their_machines()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var ip = host.Run("New-PsPublicIp NY2").Succeeded().Single<PublicIp>().Ip;
        host.Run($"Set-PsPublicIp {ip} psaaa").Succeeded();
        using var shell = host.Session.Start("");
        shell.Commands.Clear();
        var match = Assert.Single(
            System.Management.Automation.CommandCompletion.CompleteInput("Remove-PsPublicIp ", 18, null, shell).CompletionMatches);
        Assert.Equal(($"'{ip}'", $"{ip} (NY2, psaaa)"), (match.CompletionText, match.ToolTip));
    }

    [Theory]
    [InlineData("Get-PsPublicIp")]
    [InlineData("Get-PsMachine | Get-PsPublicIp")]
    [InlineData("'NY2', 'CA1' | New-PsPublicIp -WhatIf")]
    [InlineData("'198.18.0.1', '198.18.0.2' | Set-PsPublicIp -Machine psaaa -WhatIf")]
    [InlineData("Remove-PsPublicIp 198.18.0.1 -WhatIf")]
    public async Task The_Core_API_has_no_addresses_which_is_reported_once(string command)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var error = host.Run(command).Error;
        Assert.StartsWith("NotSupported,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The Core API cannot manage public addresses", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), line => line.Contains("public-ips", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_command_reports_what_was_claimed()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var outcome = host.Run("foreach ($run in 1) { 'NY2', 'CA1', 'AMS1' | New-PsPublicIp | ForEach-Object { $_; break } }");
        var told = string.Join(" ", outcome.Warnings) + outcome.Single<PublicIp>().Ip;
        Assert.All(
            host.Run("Get-PsPublicIp").Succeeded().All<PublicIp>(),
            publicIp => Assert.Contains(publicIp.Ip, told, StringComparison.Ordinal));
    }
}

using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Costs;

/// <summary>What is found to be paid for and maybe not used.</summary>
public sealed class GetPsCostRecommendationTests
{
    private static readonly MachineSeed Off = new() { Id = "psoff", Name = "off", State = "off", Size = 100 };
    private static readonly MachineSeed On = new() { Id = "pson", Name = "on" };

    public static TheoryData<PaperspaceApiVersion> Apis { get; } = [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_that_is_off_pays_for_its_storage(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Off, On);
        var found = host.Run("Get-PsCostRecommendation -OffLongerThan 0").Succeeded().Single<CostRecommendation>();
        Assert.Equal(
            ("MachineOff", "machine", "psoff", "off"),
            (found.Finding, found.ResourceKind, found.ResourceId, found.ResourceName));
        // The disk of 100 GB costs $7 a month, and its template $6.
        Assert.Equal(
            api == PaperspaceApiVersion.V1 ? (1.00m, true, true) : (7.00m, false, false),
            (found.MonthlySaving, found.IsEstimate, found.IsListPrice));
        Assert.Matches("^It has been off for .*, and its disk is still billed[.] ", found.Reason);
        Assert.Contains(
            api == PaperspaceApiVersion.V1 ? "as a template (about $6 a month, already subtracted)" : "copy what you need first.",
            found.Reason,
            StringComparison.Ordinal);
        // Snapshots are deleted with their machine. A template, which Core cannot create, is not.
        Assert.Equal(
            (api == PaperspaceApiVersion.V1 ? "New-PsTemplate -Machine psoff -Name off-copy -Wait -ErrorAction Stop; " : "")
                + "Remove-PsMachine psoff",
            found.Command);
        var named = host.Run("Get-PsCostRecommendation -OffLongerThan 0 -Account (Get-PsAccount)").Succeeded().Single<CostRecommendation>();
        Assert.EndsWith("Remove-PsMachine psoff -Account fast", named.Command, StringComparison.Ordinal);
        var stop = host.Run("(Get-PsMachine -MachineId psoff).Events.Where({ $_.Name -eq 'stop' })[0]").Succeeded().Single<MachineEvent>();
        Assert.Equal(stop.DtFinished, found.Since);
        Assert.DoesNotContain(host.Lines(), line => !line.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_recommendation_of_a_machine_can_be_piped(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Off, On);
        const string Find = "Get-PsCostRecommendation -OffLongerThan 0 | Where-Object Finding -eq MachineOff";
        Assert.Equal("psoff", host.Run(Find).Succeeded().Single<CostRecommendation>().MachineId);
        host.Run($"{Find} | Select-Object -First 1 | Remove-PsMachine -Wait -Confirm:$false").Succeeded();
        Assert.Equal("pson", host.Run("Get-PsMachine").Succeeded().Single<Machine>().Id);
    }

    [Fact]
    public void A_recommendation_of_another_resource_is_no_machine()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, On);
        var outcome = host.Run(
            "$null = New-PsPublicIp -Region NY2; Get-PsCostRecommendation -Finding UnassignedPublicIp | Remove-PsMachine -Confirm:$false");
        Assert.StartsWith("InvalidRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), line => line.StartsWith("DELETE ", StringComparison.Ordinal));
    }

    // A P4000 costs $0.51 an hour. It is March 2022: 31 d = 744 h, $379.44.
    [Theory]
    [MemberData(nameof(Apis))]
    public void A_running_machine_without_a_shutdown_timeout_costs_its_hours(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api);
        host.Run(
                "$new = New-PsMachine new -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -Wait; $new | Set-PsMachine "
                    + "-ShutdownTimeoutInHours $null")
            .Succeeded();
        host.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Empty(host.Run("Get-PsCostRecommendation").Succeeded().Output);
        Assert.Single(host.Run("Get-PsCostRecommendation -RunningLongerThan 20").Succeeded().Output);
        Assert.Single(host.Run("Get-PsCostRecommendation -RunningLongerThan 20:00:00").Succeeded().Output);
        host.Clock.Advance(TimeSpan.FromHours(3));
        var found = host.Run("Get-PsCostRecommendation").Succeeded().Single<CostRecommendation>();
        Assert.Equal(
            ("MachineWithoutShutdownTimeout", 379.44m, true),
            (found.Finding, found.MonthlySaving, found.IsEstimate));
        Assert.Matches("^It has been running for 1d 2h without a shutdown timeout[.] To stop it now, use Stop-PsMachine ps[a-z0-9]+[.]$", found.Reason);
        Assert.Matches("^Set-PsMachine ps[a-z0-9]+ -ShutdownTimeoutInHours 24$", found.Command);

        host.Run("$new | Restart-PsMachine -Wait | Out-Null").Succeeded();
        Assert.Equal(found.Since, host.Run("Get-PsCostRecommendation").Succeeded().Single<CostRecommendation>().Since);
        host.Run("$new | Set-PsMachine -ShutdownTimeoutInHours 24").Succeeded();
        Assert.Empty(host.Run("Get-PsCostRecommendation").Succeeded().Output);
    }

    [Fact]
    public void A_monthly_machine_costs_its_flat_price_whether_it_runs_or_not()
    {
        using var host = new FastHost();
        host.Run(
                "$new = New-PsMachine new -Region NY2 -MachineType GPU+ -BillingType monthly -Size 50 -TemplateId tkni3aa4 -Wait; $new | "
                    + "Set-PsMachine -ShutdownTimeoutInHours $null")
            .Succeeded();
        host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(host.Run("Get-PsCostRecommendation").Succeeded().Output);
        var found = host.Run("$new | Stop-PsMachine -Wait | Out-Null; Get-PsCostRecommendation -OffLongerThan 0")
            .Succeeded()
            .Single<CostRecommendation>();
        Assert.Equal(268.00m, found.MonthlySaving);
        Assert.Contains("its monthly price and its disk are still billed.", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unassigned_address_is_found_at_list_price()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, On with { AssignPublicIp = true });
        host.Run("$ip = New-PsPublicIp -Region NY2").Succeeded();
        var found = host.Run("Get-PsCostRecommendation; $ip.Ip").Succeeded();
        var one = Assert.IsType<CostRecommendation>(Assert.Single(found.Output.SkipLast(1)).BaseObject);
        Assert.Equal(
            ("UnassignedPublicIp", found.Output[^1].ToString(), 3m, true),
            (one.Finding, one.ResourceId, one.MonthlySaving, one.IsListPrice));
        Assert.StartsWith($"Remove-PsPublicIp '{one.ResourceId}'", one.Command, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_snapshots_are_found_with_the_command_that_deletes_the_oldest()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, On);
        for (var i = 0; i < 4; i++)
        {
            host.Run(
                    $"Invoke-PsRestMethod -Method POST -Path snapshots -Body @{{ name = 'snapshot {i}'; machineId = 'pson' }} -Account "
                        + "$account")
                .Succeeded();
            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(host.Run("Get-PsCostRecommendation").Succeeded().Output);
        var found = host.Run("Get-PsCostRecommendation -SnapshotLimit 2").Succeeded().Single<CostRecommendation>();
        Assert.Equal(("ManySnapshots", "pson", "on"), (found.Finding, found.ResourceId, found.ResourceName));
        Assert.StartsWith("It has 4 snapshots, 2 more than 2.", found.Reason, StringComparison.Ordinal);
        // Two snapshots of a disk of 50 GB, $1.00 each.
        Assert.Equal((2m, true), (found.MonthlySaving, found.IsListPrice));
        var snapshots = host.Run("(Invoke-PsRestMethod snapshots -Query @{ orderBy = 'dtCreated' } -Account $account).items.id")
            .Succeeded()
            .Output.Select(item => item.ToString())
            .ToArray();
        Assert.StartsWith($"Remove-PsSnapshot {snapshots[3]}, {snapshots[2]}", found.Command, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UnassignedPublicIp")]
    [InlineData("ManySnapshots")]
    public void An_unsupported_finding_is_an_error_only_on_request(string kind)
    {
        using var host = new FastHost(Off);
        Assert.Single(host.Run("Get-PsCostRecommendation -OffLongerThan 0").Succeeded().Output);
        Assert.StartsWith(
            "NotSupported,",
            host.Run($"Get-PsCostRecommendation -Kind {kind}").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Empty(host.Run("Get-PsCostRecommendation -Kind MachineWithoutShutdownTimeout").Succeeded().Output);
    }

    [Fact]
    public void Only_piped_machines_are_checked()
    {
        using var host = new FastHost(Off, Off with { Id = "psoff2", Name = "off too" }, On);
        var outcome = host.Run("'psoff2', 'pson', 'psnosuch1' | Get-PsCostRecommendation -OffLongerThan 0");
        Assert.Equal("psoff2", outcome.Single<CostRecommendation>().ResourceId);
        Assert.StartsWith("MachineNotFound,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_is_found_only_after_it_has_been_off_for_a_week(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, On);
        host.Run("Stop-PsMachine pson -Wait | Out-Null").Succeeded();
        Assert.Empty(host.Run("Get-PsCostRecommendation").Succeeded().Output);
        host.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Empty(host.Run("Get-PsCostRecommendation").Succeeded().Output);
        Assert.Single(host.Run("Get-PsCostRecommendation -OffLongerThan 5").Succeeded().Output);
        host.Clock.Advance(TimeSpan.FromDays(1));
        var found = host.Run("Get-PsCostRecommendation").Succeeded().Single<CostRecommendation>();
        Assert.StartsWith("It has been off for 7d ", found.Reason, StringComparison.Ordinal);
        Assert.NotNull(found.Since);
    }

    // A disk of 250 GB costs $10 a month, and its template $11.
    [Fact]
    public void A_template_that_costs_more_than_the_disk_is_not_suggested()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, Off with { Size = 250 });
        var found = host.Run("Get-PsCostRecommendation -OffLongerThan 0").Succeeded().Single<CostRecommendation>();
        Assert.Equal(("Remove-PsMachine psoff", 10.00m), (found.Command, found.MonthlySaving));
        Assert.Contains("A template of the disk would cost more, about $11 a month.", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_a_word_that_selects()
    {
        using var host = new FastHost(Off);
        Assert.Single(host.Run("Get-PsCostRecommendation -OffLongerThan 0 | Where-Object { $_.Finding -eq 'MachineOff' }").Succeeded().Output);
        Assert.Single(host.Run("Get-PsCostRecommendation -OffLongerThan 0 -Finding MachineOff").Succeeded().Output);
        Assert.IsType<string>(host.Run("(Get-PsCostRecommendation -OffLongerThan 0).Finding").Succeeded().Output[0].BaseObject);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void The_command_of_a_recommendation_works(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Off);
        host.Run("Get-PsCostRecommendation -OffLongerThan 0 | ForEach-Object { & ([scriptblock]::Create(($_.Command -replace "
            + "'Remove-PsMachine', 'Remove-PsMachine -Wait -Confirm:$false'))) }").Succeeded();
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
        if (api == PaperspaceApiVersion.V1) Assert.Single(host.Run("Get-PsTemplate off-copy").Succeeded().Output);
    }
}

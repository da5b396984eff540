using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Snapshots;

/// <summary>The cmdlets for snapshots.</summary>
public sealed class SnapshotCmdletTests
{
    private static readonly MachineSeed[] Two =
        [new() { Id = "psaaa", Name = "one", State = "ready" }, new() { Id = "psbbb", Name = "two", State = "off" }];

    [Fact]
    public void Several_machines_are_saved_renamed_restored_and_cleaned_up()
    {
        using var host = Fast();
        var taken = host.Run("Get-PsMachine | New-PsSnapshot -Name { \"before-$($_.Name)\" } -Wait").Succeeded().All<Snapshot>();
        Assert.Equal(["before-one", "before-two"], taken.Select(snapshot => snapshot.Name).Order());
        Assert.All(taken, snapshot => Assert.Equal(("done", false), (snapshot.State, snapshot.IsAutoSnapshot)));
        Assert.All(taken, snapshot => Assert.NotNull(snapshot.DtCreated));

        Assert.Equal("kept", host.Run("Set-PsSnapshot before-one kept -PassThru").Succeeded().Single<Snapshot>().Name);
        Assert.Equal(
            "kept",
            host.Run("Get-PsSnapshot kept | Restore-PsSnapshot -SnapshotFirst -Wait -Confirm:$false").Succeeded().Single<Snapshot>().Name);
        Assert.Equal(["before restore of kept", "kept"], Names(host.Run("Get-PsMachine one | Get-PsSnapshot")));
        Assert.Empty(host.Run("Get-PsSnapshot before* | Remove-PsSnapshot -Wait -Confirm:$false").Succeeded().Output);
        Assert.Equal("kept", host.Run("Remove-PsSnapshot kept -Wait -PassThru -Confirm:$false").Succeeded().Single<Snapshot>().Name);
        Assert.Empty(host.Run("Get-PsSnapshot").Succeeded().Output);
    }

    [Fact]
    public async Task A_new_snapshot_is_returned_immediately_with_its_date_and_state()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var snapshot = host.Run("New-PsSnapshot psaaa before").Succeeded().Single<Snapshot>();
        Assert.Equal(
            ("before", "psaaa", "new", host.Clock.GetUtcNow()),
            (snapshot.Name, snapshot.MachineId, snapshot.State, snapshot.DtCreated));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var read = host.Run($"Get-PsSnapshot {snapshot.Id}").Succeeded().Single<Snapshot>();
        Assert.Equal(("done", snapshot.DtCreated), (read.State, read.DtCreated));
    }

    [Theory]
    [InlineData("Restore-PsSnapshot before -Wait -Confirm:$false")]
    [InlineData("Get-PsSnapshot before | Restore-PsSnapshot -SnapshotFirst -Wait -Confirm:$false")]
    [InlineData("Restore-PsSnapshot before -PassThru -Confirm:$false")]
    [InlineData("Remove-PsSnapshot before -Wait -PassThru -Confirm:$false")]
    [InlineData("Remove-PsSnapshot before -PassThru -Confirm:$false")]
    public void A_snapshot_that_is_restored_or_removed_comes_with_its_date_and_state(string command)
    {
        using var host = Fast();
        var taken = host.Run("New-PsSnapshot one before -Wait").Succeeded().Single<Snapshot>();
        var snapshot = host.Run(command).Succeeded().Single<Snapshot>();
        Assert.Equal((taken.Id, "done", taken.DtCreated), (snapshot.Id, snapshot.State, snapshot.DtCreated));
    }

    [Theory]
    [InlineData("Restore-PsSnapshot second -Confirm:$false")]
    [InlineData("Restore-PsSnapshot second -SnapshotFirst -Confirm:$false")]
    [InlineData("Remove-PsSnapshot second -Confirm:$false")]
    public async Task A_list_during_a_restore_or_a_removal_has_dates_and_states(string command)
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        foreach (var name in new[] { "first", "second" })
        {
            host.Run($"New-PsSnapshot psaaa {name}").Succeeded();
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        host.Run(command).Succeeded();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var listed = host.Run("Get-PsSnapshot").Succeeded().All<Snapshot>();
        Assert.All(listed, snapshot => Assert.NotNull(snapshot.State));
        var dates = listed.ToDictionary(snapshot => snapshot.Name!, snapshot => snapshot.DtCreated, StringComparer.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(1), dates["second"] - dates["first"]);
    }

    [Fact]
    public async Task Names_ids_wildcards_machines_and_objects_select()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var id = host.Run("New-PsSnapshot psaaa a1; 'psaaa', 'psbbb' | New-PsSnapshot -Name a2; New-PsSnapshot psbbb b1")
            .Succeeded()
            .All<Snapshot>()[0]
            .Id;
        Assert.Equal(["a1", "a2", "a2", "b1"], Names(host.Run("Get-PsSnapshot")));
        Assert.Equal(["a1", "a2", "a2"], Names(host.Run("Get-PsSnapshot A*")));
        Assert.Equal(["a1"], Names(host.Run($"Get-PsSnapshot {id}")));
        Assert.Equal(["a1"], Names(host.Run($"'{id}' | Get-PsSnapshot")));
        Assert.Equal(["a1"], Names(host.Run("'a1' | Get-PsSnapshot")));
        Assert.Equal(["a1"], Names(host.Run("Get-PsSnapshot a1 | Get-PsSnapshot")));
        Assert.Equal(["a1"], Names(host.Run("Get-PsSnapshot -Snapshot a1")));
        Assert.Equal(["a2", "b1"], Names(host.Run("Get-PsSnapshot -Machine psbbb")));
        Assert.Equal(["a2", "b1"], Names(host.Run("Get-PsMachine two | Get-PsSnapshot")));
        Assert.Equal(["a2"], Names(host.Run("Get-PsMachine two | Get-PsSnapshot -Name a*")));
        Assert.Equal(["a1", "a2", "a2", "b1"], Names(host.Run("Get-PsMachine | Get-PsSnapshot")));
        Assert.Equal(["a1", "a2"], Names(host.Run($"{Apis.Deserialize("Get-PsMachine one")} | Get-PsSnapshot")));
        Assert.Equal(["a1"], Names(host.Run($"{Apis.Deserialize("Get-PsSnapshot a1")} | Get-PsSnapshot")));
    }

    [Fact]
    public void Restoring_prompts_with_the_machine_and_the_snapshot()
    {
        var screen = new RecordingHost();
        using var host = Fast(screen);
        var snapshot = host.Run("New-PsSnapshot psaaa before -Wait").Succeeded().Single<Snapshot>();
        host.Run("Restore-PsSnapshot before; Restore-PsSnapshot before -SnapshotFirst").Succeeded();
        Assert.Equal(2, screen.Questions.Count);
        Assert.All(
            screen.Questions,
            question => Assert.Contains($"snapshot {snapshot.Id} (before) of machine psaaa", question, StringComparison.Ordinal));
        Assert.Contains("later changes are lost", screen.Questions[0], StringComparison.Ordinal);
        Assert.Contains("Take a snapshot", screen.Questions[1], StringComparison.Ordinal);
        Assert.DoesNotContain(host.Paperspace.Log, request => request.Path.EndsWith("/restore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("New-PsSnapshot psaaa x -WhatIf")]
    [InlineData("Set-PsSnapshot before x -WhatIf")]
    [InlineData("Remove-PsSnapshot before -WhatIf")]
    [InlineData("Restore-PsSnapshot before -SnapshotFirst -WhatIf")]
    public async Task WhatIf_changes_nothing(string command)
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("New-PsSnapshot psaaa before").Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        Assert.Empty(host.Run(command).Succeeded().Output);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Fact]
    public void A_failed_restore_is_an_error_that_names_the_snapshot()
    {
        using var host = Fast();
        var snapshot = host.Run("New-PsSnapshot psaaa before -Wait").Succeeded().Single<Snapshot>();
        host.Paperspace.Inject(new SimulatedFault
        {
            Method = "GET",
            Path = "/machines/psaaa$",
            Status = 404,
            Body = """{"message":"Machine not found","code":"NOT_FOUND"}""",
            Times = 100,
        });
        var error = Assert.Single(host.Run("Restore-PsSnapshot before -Wait -Timeout 30 -Confirm:$false").Errors);
        Assert.Equal("MachineVanished,Paperspace.PowerShell.RestorePsSnapshotCommand", error.FullyQualifiedErrorId);
        Assert.Equal(snapshot.Id, Assert.IsType<Snapshot>(error.TargetObject).Id);
    }

    [Fact]
    public void Progress_names_the_awaited_resource()
    {
        var screen = new RecordingHost();
        using var host = Fast(screen);
        host.Run("Get-PsMachine | New-PsSnapshot -Name x -Wait").Succeeded();
        Assert.Contains(screen.Progress, line => line.Contains("0 of 2 done", StringComparison.Ordinal));
        Assert.StartsWith("Completed", screen.Progress[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_machine_does_not_select_its_snapshot()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var outcome = host.Run("Get-PsMachine | New-PsSnapshot");
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.Contains("-Name {", error.Exception.Message, StringComparison.Ordinal));
        Assert.Equal(
            "row",
            host.Run("[pscustomobject] @{ MachineId = 'psaaa'; Name = 'row' } | New-PsSnapshot").Succeeded().Single<Snapshot>().Name);
    }

    [Theory]
    [InlineData("Get-PsSnapshot $null")]
    [InlineData("Get-PsSnapshot -Id ''")]
    [InlineData("Get-PsSnapshot -Machine $null")]
    [InlineData("Get-PsSnapshot -Machine @()")]
    [InlineData("$null | Get-PsSnapshot")]
    [InlineData("New-PsSnapshot $null x")]
    [InlineData("New-PsSnapshot psaaa $null")]
    [InlineData("New-PsSnapshot psaaa ''")]
    [InlineData("$null | New-PsSnapshot -Name x")]
    [InlineData("Set-PsSnapshot before $null")]
    [InlineData("Set-PsSnapshot '' x")]
    [InlineData("Remove-PsSnapshot $null -Confirm:$false")]
    [InlineData("Restore-PsSnapshot @() -Confirm:$false")]
    [InlineData("Get-PsMachineEvent psaaa -Limit 1 | Restore-PsSnapshot -Confirm:$false")]
    [InlineData("Get-PsMachine one | Remove-PsSnapshot -Confirm:$false")]
    public async Task Invalid_input_changes_nothing_and_is_reported(string command)
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("New-PsSnapshot psaaa before").Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        var outcome = host.Run(command);
        Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null);
        Assert.Empty(outcome.Output);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Theory]
    [InlineData("Get-PsSnapshot")]
    [InlineData("Get-PsSnapshot a*")]
    [InlineData("Get-PsMachine | Get-PsSnapshot")]
    [InlineData("Get-PsMachine | New-PsSnapshot -Name x -WhatIf")]
    [InlineData("'a', 'b' | Remove-PsSnapshot -WhatIf")]
    [InlineData("'a', 'b' | Set-PsSnapshot -Name x")]
    [InlineData("'a', 'b' | Restore-PsSnapshot -Confirm:$false")]
    public async Task The_Core_API_reports_once_that_it_has_no_snapshots(string command)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var error = host.Run(command).Error;
        Assert.StartsWith("NotSupported,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.NotImplemented, error.CategoryInfo.Category);
        Assert.DoesNotContain(host.Lines(), line => !line.StartsWith("GET /machines/getMachines", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_command_reports_what_was_created()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var outcome = host.Run("foreach ($i in 1) { 'psaaa', 'psbbb' | New-PsSnapshot -Name x | ForEach-Object { $_; break } }");
        var told = string.Join(" ", outcome.Warnings) + outcome.Single<Snapshot>().Id;
        Assert.All(
            host.Run("Get-PsSnapshot").Succeeded().All<Snapshot>(),
            snapshot => Assert.Contains(snapshot.Id, told, StringComparison.Ordinal));
    }

    private static FastHost Fast(RecordingHost? screen = null) =>
        new(PaperspaceApiVersion.V1, new SimulatorOptions { Seeds = Two }, screen);

    private static string?[] Names(Outcome outcome) =>
        [.. outcome.Succeeded().All<Snapshot>().Select(snapshot => snapshot.Name).Order(StringComparer.Ordinal)];
}

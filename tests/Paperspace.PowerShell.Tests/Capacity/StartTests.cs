using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Capacity;

/// <summary>Start-PsMachine -CapacityTimeout.</summary>
public sealed class StartTests
{
    private static readonly MachineSeed[] Off =
    [
        .. Enumerable
            .Range(0, 4)
            .Select(i => new MachineSeed
            {
                Id = $"ps{i:000}",
                Name = $"train-{i}",
                State = "off",
                Region = "NY2",
                MachineType = "P4000",
            }),
    ];

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_is_started_again_until_there_is_capacity_and_the_others_continue(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions { Seeds = Off }, hook: traffic.HandleAsync);
        for (var i = 0; i < 3; i++) host.Paperspace.FailNextStart("ps002");
        var machines = host.Run("Get-PsMachine train-* | Start-PsMachine -Wait -CapacityTimeout 1h").Succeeded().All<Machine>();
        Assert.Equal("ps002", machines[^1].Id);
        Assert.Equal(4, machines.Count);
        Assert.All(machines, machine => Assert.Equal(MachineStates.Ready, machine.State));
        Assert.Equal(7, traffic.Count(MachineTraffic.Start));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, CapacityShortage.FailsStart)]
    [InlineData(PaperspaceApiVersion.V1, CapacityShortage.FailsStart)]
    [InlineData(PaperspaceApiVersion.Core, CapacityShortage.RefusesRequest)]
    [InlineData(PaperspaceApiVersion.V1, CapacityShortage.RefusesRequest)]
    public void At_the_time_limit_the_machine_is_off_and_the_error_lists_the_attempts(PaperspaceApiVersion api, CapacityShortage shortage)
    {
        using var host = new FastHost(
            api, new SimulatorOptions { Seeds = Off, CapacitySchedule = new() { Available = TimeSpan.Zero }, CapacityShortage = shortage });
        var outcome = host.Run("Start-PsMachine ps000 -CapacityTimeout 5m");
        Assert.StartsWith("InsufficientCapacity,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("It is off. Tries: ", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("off", host.Run("Get-PsMachine -MachineId ps000").Succeeded().Single<Machine>().State);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_of_a_scarce_type_is_started_when_its_region_has_capacity(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, new SimulatorOptions { Seeds = Off, CapacitySchedule = new() });
        Assert.Equal(MachineStates.Ready, host.Run("Start-PsMachine ps000 -Wait -CapacityTimeout 5h").Succeeded().Single<Machine>().State);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Another_failure_is_reported_at_once(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions { Seeds = Off }, hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("ps001", "The disk cannot be attached.");
        var outcome = host.Run("'ps000', 'ps001', 'psnone' | Start-PsMachine -Wait -CapacityTimeout 1h");
        Assert.Equal("ps000", outcome.Single<Machine>().Id);
        Assert.Equal(
            ["MachineActionFailed", "MachineNotFound"],
            outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order());
        Assert.InRange(traffic.Count(MachineTraffic.Start), 2, 3);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_stop_reports_the_start_in_progress(PaperspaceApiVersion api)
    {
        var gate = new Gate();
        var traffic = new MachineTraffic().Hold(MachineTraffic.Start, gate, after: 1);
        using var host = new FastHost(api, new SimulatorOptions { Seeds = Off }, new RecordingHost(), traffic.HandleAsync);
        host.Paperspace.FailNextStart("ps000");
        using var shell = host.Session.Start("Start-PsMachine ps000 -CapacityTimeout 1h");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        shell.Stop();
        Assert.Throws<System.Management.Automation.PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains(
            host.Run("$account.UnreportedChanges").Succeeded().All<UnreportedChange>(),
            change => change.Target.StartsWith("ps000", StringComparison.Ordinal) && change.Outcome == ChangeOutcome.Unknown);
    }
}

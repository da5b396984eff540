using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Capacity;

/// <summary>Whatever ends a command that looks for capacity, the caller is told of each machine that the account has.</summary>
public sealed class CapacityEndTests
{
    private const string Create = "New-PsMachine gpu -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -CapacityTimeout 1h";

    /// <summary>The phases: which request is kept back, after how many of its kind; how many machines the account has then, and how many
    /// may be told.</summary>
    public static TheoryData<PaperspaceApiVersion, string, string, int, int> Phases
    {
        get
        {
            var phases = new TheoryData<PaperspaceApiVersion, string, string, int, int>();
            foreach (var api in new[] { PaperspaceApiVersion.Core, PaperspaceApiVersion.V1 })
            {
                phases.Add(api, "-Region NY2, CA1", MachineTraffic.Availability, 0, 0);
                phases.Add(api, "-Region NY2, CA1", MachineTraffic.Create, 0, 1);
                phases.Add(api, "-Region NY2, CA1", MachineTraffic.Read, 0, 1);
                phases.Add(api, "-Region NY2, CA1", MachineTraffic.Destroy, 0, 1);
                // After the removal: the first one is gone, and the second one is asked for.
                phases.Add(api, "-Region NY2, CA1", MachineTraffic.Availability, 1, 0);
                phases.Add(api, "-Region NY2, CA1", MachineTraffic.Create, 1, 1);
                // With one alternative the machine stays between the rounds.
                phases.Add(api, "-Region NY2", MachineTraffic.Availability, 1, 1);
                phases.Add(api, "-Region NY2", MachineTraffic.Start, 0, 1);
            }

            return phases;
        }
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task A_stop_in_any_phase_leaves_nothing_that_the_account_object_does_not_tell(
        PaperspaceApiVersion api, string regions, string kind, int after, int told)
    {
        var screen = new RecordingHost(width: 500);
        var gate = new Gate();
        var traffic = new MachineTraffic().Hold(kind, gate, after);
        using var host = new FastHost(api, new SimulatorOptions(), screen, traffic.HandleAsync);
        for (var i = 0; i < 100; i++) host.Paperspace.FailNextStart("gpu");
        using var shell = host.Session.Start($"{Create} {regions}");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        gate.Open();
        var kept = host.Run("$account.UnreportedChanges").Succeeded().All<UnreportedChange>();
        Assert.Equal(told, kept.Select(change => change.Target.Contains("gpu", StringComparison.Ordinal)).Distinct().Count());
        foreach (var machine in host.Run("Get-PsMachine").Succeeded().All<Machine>())
            Assert.Contains(kept, change => change.Id == machine.Id || (change.Id is null && change.Target == machine.Name));
        if (told > 0) Assert.Contains("WARNING: Interrupted.", screen.Text, StringComparison.Ordinal);
        var changes = traffic.Changes;
        await Task.Yield();
        Assert.Equal(changes, traffic.Changes);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public async Task A_stop_while_a_removal_is_awaited_tells_the_machine(PaperspaceApiVersion api)
    {
        var gate = new Gate();
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions(), new RecordingHost(), async (request, send, token) =>
        {
            var response = await traffic.HandleAsync(request, send, token);
            if (
                request.Method == HttpMethod.Get
                && traffic.Count(MachineTraffic.Destroy) > 0
                && traffic.Changes[^1] == MachineTraffic.Destroy)
                await gate.PassAsync(token);
            return response;
        });
        host.Paperspace.FailNextStart("gpu");
        using var shell = host.Session.Start($"{Create} -Region NY2, CA1");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        gate.Open();
        var kept = host.Run("$account.UnreportedChanges").Succeeded().All<UnreportedChange>();
        Assert.Equal(["Create machine", "Destroy machine"], kept.Select(change => change.Action).Order());
        Assert.Single(kept.Select(change => change.Id).Distinct());
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "$made -ErrorAction Stop")]
    [InlineData(PaperspaceApiVersion.V1, "$made -ErrorAction Stop")]
    [InlineData(PaperspaceApiVersion.Core, "$made -ErrorAction Stop -ThrottleLimit 1")]
    [InlineData(PaperspaceApiVersion.Core, "$made -ErrorAction Stop -WarningAction Stop")]
    [InlineData(PaperspaceApiVersion.V1, "$made -ErrorAction Stop -Minimum 4 -AllOrNothing")]
    [InlineData(PaperspaceApiVersion.V1, "$made -ErrorAction Stop -Minimum 4")]
    [InlineData(PaperspaceApiVersion.V1, "$made -WarningAction Stop -Minimum 2")]
    [InlineData(PaperspaceApiVersion.Core, "foreach ($i in 1) { $made | ForEach-Object { $_; break } }")]
    [InlineData(PaperspaceApiVersion.V1, "$made | ForEach-Object { throw 'downstream' }")]
    public void An_error_or_the_end_of_the_pipeline_leaves_nothing_untold(PaperspaceApiVersion api, string script)
    {
        const string Make =
            "'a', 'b', 'broken', 'c' | New-PsMachine -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -Region NY2, CA1 -CapacityTimeout 60";
        using var host = new FastHost(api, new SimulatorOptions());
        host.Paperspace.FailNextStart("broken", "The disk cannot be attached.");
        host.Paperspace.FailNextStart("b");
        var outcome = host.Run(script.Replace("$made", Make, StringComparison.Ordinal));
        var machines = host.Run("Get-PsMachine").Succeeded().All<Machine>();
        Assert.All(machines, machine => Assert.True(IsTold(machine.Id, outcome), $"{machine.Id} ({machine.Name}) exists and is not told."));
        Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null || outcome.Warnings.Count > 0);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public async Task A_stop_while_several_machines_are_removed_tells_each_machine_that_is_left(PaperspaceApiVersion api)
    {
        var gate = new Gate();
        var traffic = new MachineTraffic().Hold(MachineTraffic.Destroy, gate, after: 1);
        using var host = new FastHost(api, new SimulatorOptions(), new RecordingHost(), traffic.HandleAsync);
        host.Paperspace.FailNextStart("broken", "The disk cannot be attached.");
        using var shell = host.Session.Start(
            "'a', 'b', 'broken' | New-PsMachine -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -Region NY2 -AllOrNothing");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(2);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        gate.Open();
        var kept = host.Run("$account.UnreportedChanges").Succeeded().All<UnreportedChange>();
        var machines = host.Run("Get-PsMachine").Succeeded().All<Machine>();
        Assert.NotEmpty(machines);
        Assert.All(machines, machine => Assert.Contains(kept, change => change.Id == machine.Id));
    }

    private static bool IsTold(string id, Outcome outcome) =>
        outcome.Output.Any(item => item.BaseObject is Machine machine && machine.Id == id)
        || outcome
            .Warnings.Concat(outcome.Errors.Select(error => error.ToString()))
            .Append(outcome.Terminating?.ErrorRecord.ToString() ?? "")
            .Any(text => text.Contains(id, StringComparison.Ordinal));
}

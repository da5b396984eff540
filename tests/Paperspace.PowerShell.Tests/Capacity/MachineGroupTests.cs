using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Capacity;

/// <summary>Several machines together: -Minimum and -AllOrNothing of New-PsMachine.</summary>
public sealed class MachineGroupTests
{
    private const string Five = "1..5 | New-PsMachine -Name { \"node-$_\" } -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -Region NY2";

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [MemberData(nameof(Apis))]
    public void Once_enough_are_ready_the_rest_is_a_warning(PaperspaceApiVersion api)
    {
        using var host = Start(api, "node-2", "node-4");
        var outcome = host.Run($"{Five} -Wait -Minimum 3").Succeeded();
        Assert.Equal(["node-1", "node-3", "node-5"], Names(outcome));
        Assert.Equal(2, outcome.Warnings.Count);
        Assert.Contains(outcome.Warnings, warning => warning.StartsWith("node-2: There was no capacity", StringComparison.Ordinal));
        Assert.Equal(Names(outcome), Names(host.Run("Get-PsMachine")));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Too_few_machines_are_an_error_and_ready_machines_are_kept(PaperspaceApiVersion api)
    {
        using var host = Start(api, "node-2", "node-4");
        var outcome = host.Run($"{Five} -Minimum 4");
        Assert.Equal(3, outcome.Errors.Count);
        Assert.StartsWith("MinimumNotReached,", outcome.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("3 of 5 machines became ready; at least 4 were to.", outcome.Errors[0].ToString());
        Assert.Equal(["node-1", "node-3", "node-5"], Names(outcome));
        Assert.Equal(Names(outcome), Names(host.Run("Get-PsMachine")));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "-Minimum 4 -AllOrNothing")]
    [InlineData(PaperspaceApiVersion.V1, "-Minimum 4 -AllOrNothing")]
    [InlineData(PaperspaceApiVersion.Core, "-AllOrNothing")]
    [InlineData(PaperspaceApiVersion.V1, "-AllOrNothing -AssignPublicIp")]
    [InlineData(PaperspaceApiVersion.V1, "-AllOrNothing -ThrottleLimit 1")]
    [InlineData(PaperspaceApiVersion.Core, "-Minimum 4 -AllOrNothing -ThrottleLimit 1")]
    public void All_or_nothing_removes_what_was_created_and_says_so(PaperspaceApiVersion api, string parameters)
    {
        using var host = Start(api, "node-2", "node-4");
        var outcome = host.Run($"{Five} {parameters}");
        Assert.Empty(outcome.Output);
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
        Assert.Empty(host.Paperspace.HeldPublicIps);
        var error = outcome.Errors[0];
        Assert.StartsWith("MinimumNotReached,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Matches(@"became ready; at least [45] were to\. Removed: ps\w+ \(node-\d\)", error.ToString());
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void All_or_nothing_emits_all_when_they_are_ready(PaperspaceApiVersion api)
    {
        using var host = Start(api);
        Assert.Equal(5, host.Run($"{Five} -AllOrNothing").Succeeded().Output.Count);
        Assert.Equal(5, host.Run("Get-PsMachine").Succeeded().Output.Count);
    }

    [Fact]
    public void Machines_that_the_user_declines_to_remove_are_kept_and_returned()
    {
        var screen = new RecordingHost(width: 500, answer: "&Yes");
        using var host = new FastHost(PaperspaceApiVersion.V1, new SimulatorOptions(), screen);
        host.Paperspace.FailNextStart("node-2");
        screen.Asked = () =>
        {
            if (screen.Questions[^1].Contains("Destroy machine", StringComparison.Ordinal)) screen.Answer = "&No";
        };
        var outcome = host.Run($"{Five} -AllOrNothing -Confirm");
        Assert.Contains(
            screen.Questions,
            question => question.Contains("since 4 of at least 5 machines became ready", StringComparison.Ordinal));
        Assert.Equal(4, outcome.Output.Count);
        Assert.Equal(Names(outcome), Names(host.Run("Get-PsMachine")));
        Assert.Contains(" Kept: ps", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_removal_is_reported_with_the_id()
    {
        var traffic = new MachineTraffic().Refuse(MachineTraffic.Destroy, System.Net.HttpStatusCode.Forbidden, "You may not do this.");
        using var host = new FastHost(PaperspaceApiVersion.V1, new SimulatorOptions(), hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("node-2", "The disk cannot be attached.");
        var outcome = host.Run($"{Five} -AllOrNothing");
        var machines = host.Run("Get-PsMachine").Succeeded().All<Machine>();
        Assert.Equal(5, machines.Count);
        Assert.Contains("Not removed, and billed: ", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.All(machines, machine => Assert.Contains(machine.Id, outcome.Errors[0].ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AllOrNothing")]
    [InlineData("-ThrottleLimit 1")]
    [InlineData("-ThrottleLimit 1 -AllOrNothing")]
    public void An_unreachable_minimum_is_rejected_before_anything_is_created(string parameters)
    {
        using var host = Start(PaperspaceApiVersion.V1);
        var error = host.Run($"{Five} -Minimum 6 {parameters}").Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(host.Paperspace.Log);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Once_enough_are_ready_nothing_is_tried_again(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        for (var i = 0; i < 100; i++) host.Paperspace.FailNextStart("node-2");
        var outcome = host.Run($"{Five} -Minimum 4 -CapacityTimeout 12h").Succeeded();
        Assert.Contains("It was not tried again, since 4 machines are ready.", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Equal(4, host.Run("Get-PsMachine").Succeeded().Output.Count);
        Assert.InRange(traffic.Count(MachineTraffic.Start), 0, 20);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "")]
    [InlineData(PaperspaceApiVersion.V1, "")]
    [InlineData(PaperspaceApiVersion.Core, "-ThrottleLimit 1")]
    [InlineData(PaperspaceApiVersion.V1, "-ThrottleLimit 1")]
    public void Several_machines_find_capacity_in_any_region(PaperspaceApiVersion api, string parameters)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        foreach (var name in new[] { "node-2", "node-2", "node-3", "node-5" }) host.Paperspace.FailNextStart(name);
        var outcome = host.Run($"{Five.Replace("NY2", "NY2, CA1, AMS1", StringComparison.Ordinal)} {parameters}").Succeeded();
        Assert.Equal(["node-1", "node-2", "node-3", "node-4", "node-5"], Names(outcome));
        Assert.Equal(Names(outcome), Names(host.Run("Get-PsMachine")));
        Assert.Equal((9, 4), (traffic.Count(MachineTraffic.Create), traffic.Count(MachineTraffic.Destroy)));
        Assert.Equal("Europe (AMS1)", Regions.FullName(outcome.All<Machine>().Single(machine => machine.Name == "node-2").Region!));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "-Minimum 4", 3, "node-1")]
    [InlineData(PaperspaceApiVersion.V1, "-Minimum 4", 3, "node-1")]
    [InlineData(PaperspaceApiVersion.Core, "-Minimum 4 -AllOrNothing", 3, null)]
    [InlineData(PaperspaceApiVersion.V1, "-Minimum 4 -AllOrNothing -CapacityTimeout 60", 3, null)]
    [InlineData(PaperspaceApiVersion.V1, "-AllOrNothing", 2, null)]
    public void Sequential_creates_end_once_too_few_can_become_ready(
        PaperspaceApiVersion api,
        string parameters,
        int creates,
        string? left)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        foreach (var name in new[] { "node-2", "node-3" }) host.Paperspace.FailNextStart(name, "The disk cannot be attached.");
        var outcome = host.Run($"{Five} {parameters} -ThrottleLimit 1");
        Assert.Equal(creates, traffic.Count(MachineTraffic.Create));
        Assert.Equal(left is null ? [] : [left], Names(outcome));
        Assert.StartsWith("1 of 5 machines became ready; at least ", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        var number = parameters.Contains("-Minimum", StringComparison.Ordinal) ? 4 : 5;
        Assert.Equal(
            Enumerable
                .Range(creates + 1, 5 - creates)
                .Select(i => $"Machine 'node-{i}' was not created, since {number} machines cannot be reached any more."),
            outcome.Errors.Select(error => error.ToString()).Where(text => text.Contains("not created", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "-Minimum 2")]
    [InlineData(PaperspaceApiVersion.V1, "-Minimum 2")]
    [InlineData(PaperspaceApiVersion.V1, "-Minimum 2 -AllOrNothing")]
    public void Sequential_creates_end_once_enough_are_ready(PaperspaceApiVersion api, string parameters)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("node-1");
        var outcome = host.Run($"{Five} {parameters} -ThrottleLimit 1").Succeeded();
        Assert.Equal(["node-2", "node-3"], Names(outcome));
        Assert.Equal(3, traffic.Count(MachineTraffic.Create));
        Assert.Equal(3, outcome.Warnings.Count);
        Assert.Contains("node-5: Machine 'node-5' was not created, since 2 machines are ready.", outcome.Warnings);
        Assert.Equal(Names(outcome), Names(host.Run("Get-PsMachine")));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "-Minimum 4")]
    [InlineData(PaperspaceApiVersion.V1, "-Minimum 4")]
    [InlineData(PaperspaceApiVersion.V1, "-Minimum 4 -AllOrNothing")]
    public void Once_too_few_can_become_ready_nothing_is_tried_again(PaperspaceApiVersion api, string parameters)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, new SimulatorOptions(), hook: traffic.HandleAsync);
        foreach (var name in new[] { "node-2", "node-4" }) host.Paperspace.FailNextStart(name, "The disk cannot be attached.");
        for (var i = 0; i < 1000; i++) host.Paperspace.FailNextStart("node-3");
        var outcome = host.Run($"{Five} {parameters} -CapacityTimeout 12h");
        Assert.StartsWith("2 of 5 machines became ready; at least 4 were to.", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(
            outcome.Errors,
            error =>
                error.ToString().Contains("It was not tried again, since 4 machines cannot be reached any more.", StringComparison.Ordinal)
        );
        Assert.InRange(traffic.Count(MachineTraffic.Start), 0, 20);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Each_of_several_machines_waits_for_capacity(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, new SimulatorOptions { CapacitySchedule = new() });
        var outcome = host.Run($"{Five.Replace("NY2", "NY2, CA1, AMS1", StringComparison.Ordinal)} -CapacityTimeout 4h -ThrottleLimit 1")
            .Succeeded();
        Assert.Equal(Names(outcome), Names(host.Run("Get-PsMachine")));
        Assert.Equal(5, outcome.Output.Count);
    }

    private static FastHost Start(PaperspaceApiVersion api, params string[] failing)
    {
        var host = new FastHost(api, new SimulatorOptions());
        foreach (var name in failing) host.Paperspace.FailNextStart(name);
        return host;
    }

    private static IEnumerable<string?> Names(Outcome outcome) =>
        outcome.All<Machine>().Select(machine => machine.Name).Order(StringComparer.Ordinal);
}

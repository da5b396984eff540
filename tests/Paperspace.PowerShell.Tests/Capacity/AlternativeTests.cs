using System.Net;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Capacity;

/// <summary>New-PsMachine with alternatives and -CapacityTimeout.</summary>
public sealed class AlternativeTests
{
    private const string Create = "New-PsMachine gpu -Size 50 -TemplateId tkni3aa4";
    private const string Everywhere = "-Region NY2, CA1, AMS1";

    private static readonly SimulatorOptions Usual = new();
    private static readonly CapacitySchedule Never = new() { Available = TimeSpan.Zero };

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [MemberData(nameof(Apis))]
    public void One_command_gets_a_machine_that_can_be_had_in_one_of_three_regions_for_a_minute_in_ten(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, Usual with { CapacitySchedule = new() }, hook: traffic.HandleAsync);
        var machine = host.Run($"{Create} -MachineType P4000 {Everywhere} -CapacityTimeout 2h").Succeeded().Single<Machine>();
        Assert.Equal((MachineStates.Ready, "P4000"), (machine.State, machine.MachineType));
        AssertAccountIs(host, machine);
        Assert.True(traffic.Count(MachineTraffic.Availability) > 3, "It had to ask more than once.");
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, CapacityShortage.FailsStart)]
    [InlineData(PaperspaceApiVersion.V1, CapacityShortage.FailsStart)]
    [InlineData(PaperspaceApiVersion.Core, CapacityShortage.RefusesRequest)]
    [InlineData(PaperspaceApiVersion.V1, CapacityShortage.RefusesRequest)]
    public void Without_a_response_about_availability_each_try_tells_and_what_it_leaves_is_removed_before_the_next(
        PaperspaceApiVersion api, CapacityShortage shortage)
    {
        var traffic = new MachineTraffic().Refuse(MachineTraffic.Availability, HttpStatusCode.BadRequest, "machineType not found");
        using var host = new FastHost(api, Usual with { CapacitySchedule = new(), CapacityShortage = shortage }, hook: traffic.HandleAsync);
        var machine = host.Run($"{Create} -MachineType P4000 {Everywhere} -CapacityTimeout 24h -AssignPublicIp")
            .Succeeded()
            .Single<Machine>();
        AssertAccountIs(host, machine);
        Assert.Single(host.Paperspace.HeldPublicIps);
        Assert.Equal(MachineTraffic.Create, traffic.Changes[^1]);
        var before = traffic.Changes.SkipLast(1).ToArray();
        Assert.NotEmpty(before);
        if (shortage == CapacityShortage.RefusesRequest) Assert.All(before, kind => Assert.Equal(MachineTraffic.Create, kind));
        else Assert.All(before.Chunk(2), pair => Assert.Equal([MachineTraffic.Create, MachineTraffic.Destroy], pair));
        // A type that the API does not know is asked about once.
        Assert.Equal(1, traffic.Count(MachineTraffic.Availability));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void An_account_with_shorter_pauses_is_asked_in_each_round_too(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, Usual with { CapacitySchedule = Never }, hook: traffic.HandleAsync, pauseSpeed: 600);
        var outcome = host.Run($"{Create} -MachineType P4000 {Everywhere} -CapacityTimeout 1");
        Assert.StartsWith("InsufficientCapacity,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.True(traffic.Count(MachineTraffic.Availability) > 15, "Three regions, and more than five rounds.");
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void All_regions_of_the_first_type_come_before_the_second_type(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, Usual with { CapacitySchedule = Never }, hook: traffic.HandleAsync);
        host.Paperspace.SetCapacity("CA1", "P6000", available: true);
        var machine = host.Run($"{Create} -MachineType p4000, P6000 -Region AMS1, CA1, NY2 -Verbose").Succeeded().Single<Machine>();
        Assert.Equal(("P6000", Regions.WestCoast), (machine.MachineType, Regions.FullName(machine.Region!)));
        AssertAccountIs(host, machine);
        Assert.Equal([MachineTraffic.Create], traffic.Changes);
        string[] order = ["P4000 AMS1", "P4000 CA1", "P4000 NY2", "P6000 AMS1", "P6000 CA1"];
        Assert.Equal(order.Length, traffic.Questions.Count);
        Assert.All(order.Zip(traffic.Questions), pair => Assert.All(
            pair.First.Split(' '), word => Assert.Contains(word, pair.Second, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void With_one_type_and_region_the_machine_that_was_created_is_started_again(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, Usual, hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("gpu");
        host.Paperspace.FailNextStart("gpu");
        var machine = host.Run($"{Create} -MachineType P4000 -Region NY2 -CapacityTimeout 600").Succeeded().Single<Machine>();
        Assert.Equal(MachineStates.Ready, machine.State);
        AssertAccountIs(host, machine);
        Assert.Equal([MachineTraffic.Create, MachineTraffic.Start, MachineTraffic.Start], traffic.Changes);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "-Region NY2")]
    [InlineData(PaperspaceApiVersion.V1, "-Region NY2")]
    [InlineData(PaperspaceApiVersion.Core, "-Region NY2, AMS1")]
    [InlineData(PaperspaceApiVersion.V1, "-Region NY2, AMS1")]
    public void When_the_time_is_over_nothing_is_left_and_the_error_lists_the_tries(PaperspaceApiVersion api, string regions)
    {
        // The API says that there is capacity, and every start fails.
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, Usual, hook: traffic.HandleAsync);
        for (var i = 0; i < 500; i++) host.Paperspace.FailNextStart(null);
        var error = host.Run($"{Create} -MachineType P4000 {regions} -CapacityTimeout 10m").Error;
        Assert.StartsWith("InsufficientCapacity,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.True(error.ToString().Contains("none was created", StringComparison.Ordinal), error.ToString());
        Assert.Matches(@"Tries: P4000 in East Coast \(NY2\): Uh oh\..*? \(\d+ times\)", error.ToString());
        Assert.Equal("gpu", error.TargetObject);
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
        Assert.Equal(traffic.Count(MachineTraffic.Create), traffic.Count(MachineTraffic.Destroy));
        Assert.True(traffic.Count(MachineTraffic.Create) + traffic.Count(MachineTraffic.Start) > 3);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Without_a_time_each_alternative_is_tried_once(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, Usual with { CapacitySchedule = Never }, hook: traffic.HandleAsync);
        var error = host.Run($"{Create} -MachineType P4000, P5000 -Region NY2, CA1").Error;
        Assert.StartsWith("InsufficientCapacity,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        foreach (var type in new[] { "P4000", "P5000" })
            foreach (var region in new[] { Regions.EastCoast, Regions.WestCoast })
                Assert.Contains($"{type} in {region}: not available", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, traffic.Count(MachineTraffic.Availability));
        Assert.Empty(traffic.Changes);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_create_whose_response_is_lost_is_not_repeated_and_told_by_its_name(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic().LoseResponses(MachineTraffic.Create);
        using var host = new FastHost(api, Usual, hook: traffic.HandleAsync);
        var error = host.Run($"{Create} -MachineType P4000, P5000 {Everywhere} -CapacityTimeout 1h").Error;
        Assert.StartsWith("OutcomeUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([MachineTraffic.Create], traffic.Changes);
        Assert.Equal(error.TargetObject, host.Run("Get-PsMachine").Succeeded().Single<Machine>().Name);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Another_failure_than_capacity_ends_the_tries_and_the_machine_that_is_left_is_told(PaperspaceApiVersion api)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(api, Usual, hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("gpu");
        host.Paperspace.FailNextStart("gpu", "The disk cannot be attached.");
        var error = host.Run($"{Create} -MachineType P4000 -Region NY2, CA1 -CapacityTimeout 1h").Error;
        Assert.StartsWith("MachineActionFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Tries before: P4000 in East Coast (NY2): Uh oh", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([MachineTraffic.Create, MachineTraffic.Destroy, MachineTraffic.Create], traffic.Changes);
        Assert.Equal(host.Run("Get-PsMachine").Succeeded().Single<Machine>().Id, Assert.IsType<Machine>(error.TargetObject).Id);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_try_that_takes_too_long_is_an_error_with_the_machine_that_is_left(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Usual);
        var error = host.Run($"{Create} -MachineType P4000 {Everywhere} -CapacityTimeout 1h -Timeout 1").Error;
        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(host.Run("Get-PsMachine").Succeeded().Single<Machine>().Id, Assert.IsType<Machine>(error.TargetObject).Id);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, true)]
    [InlineData(PaperspaceApiVersion.V1, true)]
    [InlineData(PaperspaceApiVersion.Core, false)]
    [InlineData(PaperspaceApiVersion.V1, false)]
    public void A_removal_that_fails_ends_the_tries_and_is_told_with_the_id(PaperspaceApiVersion api, bool isLost)
    {
        var traffic = isLost
            ? new MachineTraffic().LoseResponses(MachineTraffic.Destroy)
            : new MachineTraffic().Refuse(MachineTraffic.Destroy, HttpStatusCode.Forbidden, "You may not do this.");
        using var host = new FastHost(api, Usual, hook: traffic.HandleAsync);
        host.Paperspace.FailNextStart("gpu");
        var outcome = host.Run($"$made = {Create} -MachineType P4000 -Region NY2, CA1 -CapacityTimeout 1h");
        Assert.Equal([MachineTraffic.Create, MachineTraffic.Destroy], traffic.Changes);
        Assert.Contains("has no capacity, and could not be removed", outcome.Error.ToString(), StringComparison.Ordinal);
        foreach (var left in host.Run("Get-PsMachine").Succeeded().All<Machine>())
            Assert.Contains(left.Id, outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_shows_the_alternatives_and_sends_nothing()
    {
        var screen = new RecordingHost(width: 500);
        using var host = new FastHost(PaperspaceApiVersion.V1, Usual, screen);
        Assert.Empty(
            host.Run($"{Create} -MachineType A4000, P5000 -Region NY2, CA1 -CapacityTimeout 2h -Minimum 1 -AllOrNothing -WhatIf")
                .Succeeded()
                .Output);
        Assert.Contains(
            "gpu (50 GB, hourly; the first available of A4000 in East Coast (NY2), A4000 in West Coast (CA1), P5000 in East Coast "
                + "(NY2), P5000 in West Coast (CA1); about $0.76 to $0.78 an hour and $5 a month)",
            screen.Text,
            StringComparison.Ordinal);
        Assert.Empty(host.Paperspace.Log);
    }

    [Theory]
    [InlineData("-MachineType P4000, $misspelt -Region NY2")]
    [InlineData("-MachineType $null -Region NY2")]
    [InlineData("-MachineType P4000 -Region @()")]
    [InlineData("-MachineType P4000 -Region NY2, ''")]
    [InlineData("-MachineType 'P4000,,P5000' -Region NY2")]
    public void An_alternative_that_is_empty_is_an_error_and_nothing_is_sent(string alternatives)
    {
        using var host = new FastHost();
        var error = host.Run($"{Create} {alternatives}").Error;
        Assert.Contains("is empty", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Paperspace.Log);
    }

    [Fact]
    public void A_cell_of_a_table_has_several_alternatives_between_commas_and_lists_of_any_kind_are_taken()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, Usual with { CapacitySchedule = Never });
        host.Paperspace.SetCapacity("CA1", "P5000", available: true);
        var machines = host.Run(
            """
            $list = [Collections.ArrayList]::new(); $null = $list.Add('NY2'); $null = $list.Add('CA1')
            [pscustomobject]@{ Name = 'row'; MachineType = 'P4000, P5000'; Region = 'NY2,West Coast (CA1)'; Size = '50'; TemplateId = 'tkni3aa4' } | New-PsMachine
            1 | New-PsMachine -Name { "block-$_" } -MachineType P5000 -Region $list -Size 50 -TemplateId tkni3aa4
            """).Succeeded().All<Machine>();
        Assert.Equal(["row P5000", "block-1 P5000"], machines.Select(machine => $"{machine.Name} {machine.MachineType}"));
    }

    [Fact]
    public void Verbose_tells_each_try_and_progress_what_is_tried_and_until_when()
    {
        var screen = new RecordingHost(width: 500);
        using var host = new FastHost(PaperspaceApiVersion.Core, Usual, screen);
        host.Paperspace.FailNextStart("gpu");
        var outcome = host.Run($"{Create} -MachineType P4000 -Region NY2, CA1 -CapacityTimeout 2h -Verbose").Succeeded();
        Assert.Contains("gpu: trying P4000 in East Coast (NY2)", outcome.Verbose);
        Assert.Contains(
            outcome.Verbose,
            line => line.StartsWith("gpu: P4000 in East Coast (NY2) has no capacity: ", StringComparison.Ordinal));
        Assert.Contains(outcome.Verbose, line => line.StartsWith("gpu: removing ps", StringComparison.Ordinal));
        Assert.Contains("gpu: trying P4000 in West Coast (CA1)", outcome.Verbose);
        Assert.Contains("Processing: gpu: trying P4000 in West Coast (CA1), until 2022-03-14 18:00:00Z", screen.Progress);
        Assert.StartsWith("Completed", screen.Progress[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_is_not_to_start_needs_no_capacity()
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(PaperspaceApiVersion.V1, Usual with { CapacitySchedule = Never }, hook: traffic.HandleAsync);
        Assert.Equal(
            "off",
            host.Run($"{Create} -MachineType P4000 {Everywhere} -StartOnCreate $false").Succeeded().Single<Machine>().State);
        Assert.Equal((0, 1), (traffic.Count(MachineTraffic.Availability), traffic.Count(MachineTraffic.Create)));
    }

    private static void AssertAccountIs(FastHost host, Machine machine) =>
        Assert.Equal(machine.Id, host.Run("Get-PsMachine").Succeeded().Single<Machine>().Id);
}
